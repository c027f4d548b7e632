//! The head and foot of an official document, named after GB/T 9704-2012.

use arcstr::Substr;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Span, iso_date};

/// A document number (发文字号): `云政办发〔2025〕7号`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DocumentNumber {
    /// The whole number, as printed.
    pub text: Substr,
    /// The issuing body's mark (机关代字).
    pub agency: Substr,
    /// The year in the bracket (年份).
    pub year: i16,
    /// The running number (发文顺序号).
    pub serial: u32,
    /// Where it stands; empty where a document does not say.
    #[serde(default)]
    pub span: Span,
}

/// The meeting of a people's congress (人民代表大会) to which a work report was given: `云溪市第九届人民代表大会第四次会议`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Session {
    /// The name of the meeting, as printed.
    pub text: Substr,
    /// Which congress it is, counted by its terms (届): 9.
    pub congress: u32,
    /// Which session of that congress (次): 4.
    pub session: u32,
    /// Where it stands; empty where a document does not say.
    #[serde(default)]
    pub span: Span,
}

/// What the notice says of itself. Everything that is not printed is null.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Header {
    /// The title (标题), its line breaks taken out.
    pub title: Option<Substr>,
    /// The document number (发文字号).
    pub document_number: Option<DocumentNumber>,
    /// The issuing body (发文机关).
    pub issuer: Option<Substr>,
    /// The place that it governs: `云溪市`.
    pub jurisdiction: Option<Substr>,
    /// Whom it addresses (主送机关), without the final colon.
    pub addressees: Option<Substr>,
    /// Who signs it (发文机关署名).
    pub signatory: Option<Substr>,
    /// The day it was adopted (成文日期).
    #[serde(with = "iso_date")]
    pub issued: Option<Date>,
    /// The day it was printed (印发日期).
    #[serde(with = "iso_date")]
    pub printed: Option<Date>,
    /// Who gets a copy (抄送机关).
    pub cc: Option<Substr>,
    /// The meeting that a work report was given to.
    #[serde(default)]
    pub session: Option<Session>,
    /// The titles of the attachments it lists (附件说明).
    pub attachments: Vec<Substr>,
    /// The note below the date (附注): `此件公开发布`.
    pub disclosure: Option<Substr>,
}
