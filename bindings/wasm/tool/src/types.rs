//! Rust types → TypeScript types, as serde writes them.
//!
//! The files are read, not compiled: the core needs no derive for it, and the words of every variant arrive as well.
//! What is not known here, an attribute or a type, is an error and never a guess.

mod attributes;
mod docs;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};
use syn::parse::{Parse, ParseStream};
use syn::{
    Attribute, Expr, ExprLit, Fields, FieldsNamed, GenericArgument, Ident, Item, ItemConst, ItemEnum, ItemStruct, Lit,
    PathArguments, Type,
};

use attributes::{Casing, Container, Field};

const PRELUDE: &str = include_str!("prelude.ts");

/// The types of `files`, in their order.
pub(crate) fn of_files(files: &[String]) -> Result<String> {
    let mut found = vec![];
    for path in files {
        let text = fs::read_to_string(path).with_context(|| path.clone())?;
        let file = syn::parse_file(&text).with_context(|| path.clone())?;
        for item in file.items {
            found.extend(Found::of(item).with_context(|| path.clone())?);
        }
    }
    let names = found.iter().map(|found| found.name().to_string()).collect();
    let mut out = PRELUDE.to_owned();
    for found in &found {
        let text = found.typescript(&names).with_context(|| found.name().to_string())?;
        write!(out, "\n{text}")?;
    }
    Ok(out)
}

/// A type that passes to or from JavaScript.
enum Found {
    Struct(ItemStruct, Container),
    Enum(ItemEnum, Container),
    Id(Id),
    Schema(ItemConst),
}

impl Found {
    fn of(item: Item) -> Result<Option<Self>> {
        Ok(match item {
            Item::Struct(item) => Container::of(&item.attrs)?.map(|container| Self::Struct(item, container)),
            Item::Enum(item) => Container::of(&item.attrs)?.map(|container| Self::Enum(item, container)),
            Item::Macro(item) if item.mac.path.is_ident("id") => Some(Self::Id(item.mac.parse_body()?)),
            Item::Const(item) if item.ident == "SCHEMA" => Some(Self::Schema(item)),
            _ => None,
        })
    }

    fn name(&self) -> Ident {
        match self {
            Self::Struct(item, _) => item.ident.clone(),
            Self::Enum(item, _) => item.ident.clone(),
            Self::Id(id) => id.name.clone(),
            Self::Schema(item) => Ident::new("Schema", item.ident.span()),
        }
    }

    fn typescript(&self, names: &BTreeSet<String>) -> Result<String> {
        match self {
            Self::Struct(item, container) => interface(item, container, names),
            Self::Enum(item, container) => union(item, container, names),
            Self::Id(id) => Ok(format!("{}export type {} = number;\n", docs::block(&id.attributes, &[], ""), id.name)),
            Self::Schema(item) => {
                let Expr::Lit(ExprLit { lit: Lit::Str(value), .. }) = &*item.expr else { bail!("is no string") };
                let docs = docs::block(&item.attrs, &[], "");
                Ok(format!("{docs}export type Schema = \"{}\";\n", value.value()))
            }
        }
    }
}

/// What stands in the core's macro `id!(…)`.
struct Id {
    attributes: Vec<Attribute>,
    name: Ident,
}

impl Parse for Id {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self { attributes: Attribute::parse_outer(input)?, name: input.parse()? })
    }
}

fn interface(item: &ItemStruct, container: &Container, names: &BTreeSet<String>) -> Result<String> {
    let Fields::Named(fields) = &item.fields else { bail!("has fields without names") };
    let docs = docs::block(&item.attrs, &[], "");
    Ok(format!("{docs}export interface {} {{\n{}}}\n", item.ident, members(fields, container, names, "  ")?))
}

fn members(fields: &FieldsNamed, container: &Container, names: &BTreeSet<String>, indent: &str) -> Result<String> {
    let mut out = String::new();
    for field in &fields.named {
        let Field { skip } = Field::of(&field.attrs)?;
        if skip {
            continue;
        }
        let Some(name) = &field.ident else { bail!("has a field without a name") };
        let key = container.casing.field(&name.to_string());
        let docs = docs::block(&field.attrs, &[], indent);
        // What only comes in may be left out; what goes out is there, if only as null.
        let (mark, kind) = match argument(&field.ty, "Option") {
            Some(inner) if !container.goes_out => ("?", format!("{} | null", name_of(inner, names)?)),
            _ => ("", name_of(&field.ty, names).with_context(|| key.clone())?),
        };
        writeln!(out, "{docs}{indent}{key}{mark}: {kind};")?;
    }
    Ok(out)
}

/// Variants without fields are strings; variants with fields are objects that a key tells apart, or where no key does,
/// objects in an object; a variant around one value is an object with that value.
fn union(item: &ItemEnum, container: &Container, names: &BTreeSet<String>) -> Result<String> {
    let mut options = vec![];
    let mut lines = vec![];
    for variant in &item.variants {
        let name = container.casing.variant(&variant.ident.to_string());
        let option = match (&variant.fields, &container.tag) {
            (Fields::Unit, None) => {
                lines.push(format!("- `{name}`: {}", docs::line(&variant.attrs)));
                format!("\n  | \"{name}\"")
            }
            (Fields::Unit, Some(tag)) => {
                format!("\n{}  | {{ {tag}: \"{name}\" }}", docs::block(&variant.attrs, &[], "  "))
            }
            (Fields::Named(fields), Some(tag)) => {
                let plain = Container { casing: Casing::Same, ..container.clone() };
                let docs = docs::block(&variant.attrs, &[], "  ");
                format!("\n{docs}  | {{\n      {tag}: \"{name}\";\n{}    }}", members(fields, &plain, names, "      ")?)
            }
            (Fields::Named(fields), None) => {
                lines.push(format!("- `{name}`: {}", docs::line(&variant.attrs)));
                let plain = Container { casing: Casing::Same, ..container.clone() };
                format!("\n  | {{\n      {name}: {{\n{}      }};\n    }}", members(fields, &plain, names, "        ")?)
            }
            (Fields::Unnamed(fields), None) if fields.unnamed.len() == 1 => {
                lines.push(format!("- `{name}`: {}", docs::line(&variant.attrs)));
                format!("\n  | {{ {name}: {} }}", name_of(&fields.unnamed[0].ty, names)?)
            }
            _ => bail!("`{name}` is a variant of a form that is not known"),
        };
        options.push(option);
    }
    Ok(format!("{}export type {} ={};\n", docs::block(&item.attrs, &lines, ""), item.ident, options.concat()))
}

/// The TypeScript name of a Rust type.
fn name_of(kind: &Type, names: &BTreeSet<String>) -> Result<String> {
    if let Some(inner) = argument(kind, "Option") {
        return Ok(format!("{} | null", name_of(inner, names)?));
    }
    if let Some(inner) = argument(kind, "Vec") {
        return Ok(format!("{}[]", name_of(inner, names)?));
    }
    if let Some(inner) = argument(kind, "Cow") {
        return name_of(inner, names);
    }
    let name = match kind {
        Type::Reference(reference) => return name_of(&reference.elem, names),
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default(),
        _ => String::new(),
    };
    Ok(match name.as_str() {
        "String" | "str" | "Substr" => "string".to_owned(),
        "bool" => "boolean".to_owned(),
        "i16" | "i64" | "u16" | "u32" | "u64" | "usize" => "number".to_owned(),
        "Date" => "IsoDate".to_owned(),
        "Decimal" | "Span" => name,
        _ if names.contains(&name) => name,
        _ => bail!("`{name}` has no TypeScript type"),
    })
}

/// The type inside `outer<…>`.
fn argument<'t>(kind: &'t Type, outer: &str) -> Option<&'t Type> {
    let Type::Path(path) = kind else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == outer)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    })
}
