//! Which PersistentVolume a claim gets that names none.
//!
//! Follows `findMatchingVolume` of upstream's `pkg/controller/volume/persistentvolume/index.go`, for claims
//! and volumes as they are pasted: same class, same volume mode, all access modes, labels selected, large
//! enough, and of those the smallest.

use super::build::Resolver;
use super::draft::{Draft, End, Line};
use super::world::Entry;
use crate::api::{FieldPath, LabelSelector};
use crate::kinds::{Quantity, Relation};
use std::collections::BTreeSet;

/// Draws the binding of each such claim.
pub(super) fn bind(resolver: &Resolver<'_>, draft: &mut Draft) {
    let of_kind = |kind: &'static str| {
        let entries = resolver.world.entries.iter().enumerate();
        entries.filter(move |(_, entry)| entry.key().kind == kind && entry.key().group.is_empty())
    };
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (place, claim) in of_kind("PersistentVolumeClaim") {
        if claim.object.text("/spec/volumeName").is_some_and(|name| !name.is_empty()) {
            continue;
        }
        let fitting = of_kind("PersistentVolume")
            .filter(|(volume_place, volume)| !taken.contains(volume_place) && fits(claim, volume))
            .min_by_key(|(_, volume)| (capacity(volume), volume.key().name.clone()));
        let Some((volume_place, volume)) = fitting else { continue };
        taken.insert(volume_place);
        let class = claim.object.text("/spec/storageClassName").unwrap_or_default();
        let sentence = format!(
            "The claim names no volume; PersistentVolume {} is the smallest free one of class \"{class}\" that fits.",
            volume.key().name
        );
        let line = Line {
            relation: Relation::Binds,
            label: String::new(),
            broken: false,
            from_field: resolver.world.written(place, &FieldPath::of("spec.storageClassName")).1,
            to_field: FieldPath::of("spec.storageClassName"),
            sentence,
        };
        draft.draw(End::Entry(place), End::Entry(volume_place), line);
    }
}

fn capacity(volume: &Entry) -> Option<Quantity> {
    volume.object.at("/spec/capacity/storage").and_then(Quantity::from_json)
}

fn fits(claim: &Entry, volume: &Entry) -> bool {
    let (claim, volume_object) = (&claim.object, &volume.object);
    // A claim without a class gets the default one, whose volumes are made when they are needed.
    let Some(class) = claim.text("/spec/storageClassName") else { return false };
    let mode =
        |object: &crate::api::Object| object.text("/spec/volumeMode").unwrap_or("Filesystem").to_owned();
    let access: BTreeSet<&str> = crate::order::set(
        volume_object.list("/spec/accessModes").iter().filter_map(serde_json::Value::as_str),
    );
    let request = claim.at("/spec/resources/requests/storage").and_then(Quantity::from_json);
    let selector = claim.at("/spec/selector").and_then(LabelSelector::from_json).unwrap_or_default();
    let claimed = volume_object.at("/spec/claimRef").is_some();
    !claimed
        && class == volume_object.text("/spec/storageClassName").unwrap_or_default()
        && mode(claim) == mode(volume_object)
        && claim
            .list("/spec/accessModes")
            .iter()
            .filter_map(serde_json::Value::as_str)
            .all(|mode| access.contains(mode))
        && request <= capacity(volume)
        && selector.matches(&volume.profile.labels)
}
