//! What is known of types: fields, formats, enums, versions. From `core/data/schema.txt` for the built-in
//! API and from CustomResourceDefinitions for the rest.

mod builtin;
mod catalogue;
mod check;
mod custom;
mod describe;
mod format;
mod identity;
mod resource;
mod scalar;
mod shape;
mod unknown_field;

pub use builtin::Life;
pub use catalogue::{Catalogue, gvk_of};
pub use custom::CustomType;
pub use describe::{Child, Description};
pub use resource::Resource;
