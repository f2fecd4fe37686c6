//! Keeps what was read of each object.

use crate::api::{Object, ObjectKey};
use crate::kinds::{Profile, profile};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The profiles of the objects as they were when they were last read. An object whose value is still the
/// same one in memory is not read again.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    known: BTreeMap<ObjectKey, (Arc<Object>, Arc<Profile>)>,
}

impl Profiles {
    /// The profile of an object.
    pub fn of(&mut self, object: &Arc<Object>) -> Arc<Profile> {
        if let Some((known, profile)) = self.known.get(&object.key)
            && Arc::ptr_eq(&known.value, &object.value)
            && known.gvk == object.gvk
        {
            return Arc::clone(profile);
        }
        let profile = Arc::new(profile(object));
        self.known.insert(object.key.clone(), (Arc::clone(object), Arc::clone(&profile)));
        profile
    }

    /// Forgets the objects that are gone.
    pub fn retain(&mut self, is_there: impl Fn(&ObjectKey) -> bool) {
        self.known.retain(|key, _| is_there(key));
    }
}
