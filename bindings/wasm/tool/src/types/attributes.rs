//! What serde's attributes say of a type. One that is not known here is an error.

use anyhow::{Result, bail};
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Meta, Path, Token};

/// How names are written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Casing {
    #[default]
    Same,
    Snake,
    Kebab,
    Camel,
}

impl Casing {
    fn of(name: &str) -> Result<Self> {
        Ok(match name {
            "snake_case" => Self::Snake,
            "kebab-case" => Self::Kebab,
            "camelCase" => Self::Camel,
            _ => bail!("the casing `{name}` is not known"),
        })
    }

    /// The name of a field, which Rust writes in snake case.
    pub(super) fn field(self, name: &str) -> String {
        match self {
            Self::Same | Self::Snake => name.to_owned(),
            Self::Kebab => name.replace('_', "-"),
            Self::Camel => {
                let mut words = name.split('_');
                let first = words.next().unwrap_or_default().to_owned();
                words.fold(first, |name, word| name + &capitalised(word))
            }
        }
    }

    /// The name of a variant, which Rust writes in Pascal case.
    pub(super) fn variant(self, name: &str) -> String {
        let snake = name.char_indices().fold(String::new(), |mut out, (at, letter)| {
            if at > 0 && letter.is_uppercase() {
                out.push('_');
            }
            out.extend(letter.to_lowercase());
            out
        });
        if matches!(self, Self::Same) { name.to_owned() } else { self.field(&snake) }
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What is said of a whole type.
#[derive(Clone, Debug, Default)]
pub(super) struct Container {
    pub(super) casing: Casing,
    /// The key that tells the variants apart.
    pub(super) tag: Option<String>,
    /// Whether it is written, not only read.
    pub(super) goes_out: bool,
}

impl Container {
    /// None where the type is not passed, or serde is told to make another type of it.
    pub(super) fn of(attributes: &[Attribute]) -> Result<Option<Self>> {
        let derives = derives(attributes)?;
        let mut container = Self { goes_out: derives.iter().any(|name| name == "Serialize"), ..Self::default() };
        if !container.goes_out && !derives.iter().any(|name| name == "Deserialize") {
            return Ok(None);
        }
        let mut is_another = false;
        for meta in serde(attributes)? {
            match (name(&meta).as_str(), string(&meta)) {
                ("rename_all", Some(value)) => container.casing = Casing::of(&value)?,
                ("tag", Some(value)) => container.tag = Some(value),
                ("into", Some(_)) => is_another = true,
                ("from", Some(_)) | ("default" | "deny_unknown_fields", None) => {}
                (other, _) => bail!("serde's `{other}` is not known"),
            }
        }
        Ok((!is_another).then_some(container))
    }
}

/// What is said of a field.
pub(super) struct Field {
    pub(super) skip: bool,
}

impl Field {
    pub(super) fn of(attributes: &[Attribute]) -> Result<Self> {
        let mut field = Self { skip: false };
        for meta in serde(attributes)? {
            match name(&meta).as_str() {
                "skip" => field.skip = true,
                // Says how, not what: the type of the field decides.
                "with" | "serialize_with" | "default" => {}
                other => bail!("serde's `{other}` is not known"),
            }
        }
        Ok(field)
    }
}

fn derives(attributes: &[Attribute]) -> Result<Vec<String>> {
    let mut names = vec![];
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        let paths = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)?;
        names.extend(paths.iter().filter_map(|path| path.segments.last()).map(|segment| segment.ident.to_string()));
    }
    Ok(names)
}

fn serde(attributes: &[Attribute]) -> Result<Vec<Meta>> {
    let mut found = vec![];
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        found.extend(attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?);
    }
    Ok(found)
}

fn name(meta: &Meta) -> String {
    meta.path().get_ident().map(ToString::to_string).unwrap_or_default()
}

fn string(meta: &Meta) -> Option<String> {
    let Meta::NameValue(pair) = meta else { return None };
    let syn::Expr::Lit(literal) = &pair.value else { return None };
    let syn::Lit::Str(value) = &literal.lit else { return None };
    Some(LitStr::value(value))
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn names_are_cased_as_serde_cases_them() {
        let cased = |casing: &str, name: &str| Casing::of(casing).unwrap().variant(name);
        assert_eq!(cased("snake_case", "FirstListedLeads"), "first_listed_leads");
        assert_eq!(cased("kebab-case", "NotUtf8"), "not-utf8");
        assert_eq!(Casing::Camel.field("over_fulfilment"), "overFulfilment");
        assert!(Casing::of("SCREAMING").is_err());
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(Container::of(&[parse_quote!(#[derive(Serialize)]), parse_quote!(#[serde(untagged)])]).is_err());
        assert!(Field::of(&[parse_quote!(#[serde(rename = "x")])]).is_err());
    }

    #[test]
    fn only_what_passes_is_a_type() {
        assert!(Container::of(&[parse_quote!(#[derive(Clone, Debug)])]).unwrap().is_none());
        let into = parse_quote!(#[serde(from = "[u32; 2]", into = "[u32; 2]")]);
        assert!(Container::of(&[parse_quote!(#[derive(Serialize)]), into]).unwrap().is_none());
        assert!(Container::of(&[parse_quote!(#[derive(Deserialize)])]).unwrap().is_some_and(|found| !found.goes_out));
    }
}
