//! What a program (qpdf) says of files that it locks, and the same words as they stand in each.

use super::Lock;
use crate::pdf::object::{Dict, Item, Object, Parser};

/// What files say of their locks, each of which needs no password, and the words of their object 4.
const FILES: [(&str, &str); 6] = [
    (
        "<< /Filter /Standard /Length 40 /O <d8a81f2f756b03f0e776376607dc67c098531ac3e51f6e5cf0fc1473b1ce0975> \
         /P -12 /R 2 /U <5fcef3dc7b5c6f0be57878ae43f171252ad7c082c319c0fe00dd79061e924a64> /V 1 >>",
        "5b8f03114f7baac71ae5929a",
    ),
    (
        "<< /Filter /Standard /Length 128 /O <77b8fb098022d3ab34237ea5643c08710ea5123fc5f88bf993a68cca5f12b40f> \
         /P -1028 /R 3 /U <b86c3cdbd0250895cc0ab7085c01e8dd0021446990b9e4114071a4d9104984c1> /V 2 >>",
        "0e61e16238b608a19da7cbd4",
    ),
    (
        "<< /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /Filter /Standard /Length 128 /O \
         <77b8fb098022d3ab34237ea5643c08710ea5123fc5f88bf993a68cca5f12b40f> /P -1028 /R 4 /StmF /StdCF /StrF \
         /StdCF /U <b86c3cdbd0250895cc0ab7085c01e8dd0021446990b9e4114071a4d9104984c1> /V 4 >>",
        "ffa6107a745d8bac4136da9d62fec0e62467579bf4060fed4f904f9aff754300",
    ),
    (
        "<< /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /Filter /Standard /Length 128 /O \
         <77b8fb098022d3ab34237ea5643c08710ea5123fc5f88bf993a68cca5f12b40f> /P -1028 /R 4 /StmF /StdCF /StrF \
         /StdCF /U <2fd0d20dff43db370a09972f1c9995310021446990b9e4114071a4d9104984c1> /V 4 >>",
        "8a4b162a123865b38c4519751e9e58d0fad19f82db8d93eb632430bc43d0cfb2",
    ),
    (
        "<< /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O \
         <aaec7e2a44b79af3cf992362cd582fabd54be9d22b17862d347af4b4b76dfa06b4950c977dcd5df503be2f1ef12603e9> /P \
         -1028 /R 5 /StmF /StdCF /StrF /StdCF /U \
         <34ed8e269aa8f8f22fb561853a045795391e13248f978088eb79b82cb687d5edb1d49c83985cef6114c07d60214cb4c9> /UE \
         <031325b1a4397b6fabd52a113990a1a59ff053e58b31b30cb16be47fd31e9a15> /V 5 >>",
        "ff7c1e611d82ccd89c27e2d96cd5fb8ed3727b3717effadd1b04210ee40179f4",
    ),
    (
        "<< /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O \
         <2191bb61159161cfe9458e1c46609b62ed3d2e9deef2720bf58a2fa9215144d90abe767306e6df6e290bbf2befdbf123> /P \
         -1028 /R 6 /StmF /StdCF /StrF /StdCF /U \
         <16ee3ea20896ebd17e77f0f501505f6e20cb3d024e2d8f0134eebc13554b8fa56e4c26500bdeb1b8629ccddbb977b258> /UE \
         <f92ecf89f290a48a00c9f719cf4e6f0a4cdcfcd34e4d18e491524bd70bbe95dd> /V 5 >>",
        "24a021ea813a81385066cbd32a268e92778bbcb8d4af743ffb6a10d042378c55",
    ),
];

/// The same of files that ask for a password.
const WITH_PASSWORD: [&str; 2] = [
    "<< /Filter /Standard /Length 128 /O <272f0a1990192c60114730bdcd39f37828a53c89a340dd473c85299dc5258e1c> \
         /P -1028 /R 3 /U <7df2f5304445af507fe1afb33f9144b70021446990b9e4114071a4d9104984c1> /V 2 >>",
    "<< /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O \
         <e8b7dd2b047169d378e1ee79e1dec9d52768287463f90f77f65512c2d0515c19b614124b4d209897ebc4c90d7b26fae5> /P \
         -1028 /R 6 /StmF /StdCF /StrF /StdCF /U \
         <0fe4cc63855afc7f74ef372146372268a59a3970a5c400c47d8957f6cfeb90e1c0556b73ace89632f5712d0d61b3d639> /UE \
         <b47853424e77209d928c80ff48949bddf42f23adef8cfff4544cb98cfe2168c6> /V 5 >>",
];

const ID: &str = "31415926535897932384626433832795";

fn dict(text: &str) -> Dict {
    match Parser::new(text.as_bytes(), 0).item() {
        Some(Item::Object(Object::Dict(dict))) => dict,
        other => panic!("{other:?}"),
    }
}

fn bytes(digits: &str) -> Vec<u8> {
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

/// A lock of RC4, which locks as it unlocks.
pub(in crate::pdf) fn symmetric() -> (&'static str, &'static str, Lock) {
    (FILES[1].0, ID, Lock::open(&dict(FILES[1].0), &bytes(ID)).unwrap())
}

#[test]
fn every_lock_without_a_password_is_opened() {
    for (said, words) in FILES {
        let lock = Lock::open(&dict(said), &bytes(ID)).unwrap_or_else(|| panic!("{said}"));
        assert_eq!(String::from_utf8(lock.stream((4, 0), bytes(words))).unwrap(), "任务清单", "{said}");
        let mut object = Object::Array(vec![Object::Text(bytes(words)), Object::Number(1.0)]);
        lock.strings((4, 0), &mut object);
        assert_eq!(object.array()[0], Object::Text("任务清单".into()));
        // The key is each object's own, but for the longest one.
        assert_eq!(lock.stream((5, 0), bytes(words)) == "任务清单".as_bytes(), said.contains("/V 5"));
    }
}

#[test]
fn a_lock_with_a_password_is_not() {
    for said in WITH_PASSWORD {
        assert!(Lock::open(&dict(said), &bytes(ID)).is_none(), "{said}");
    }
}

#[test]
fn what_is_damaged_opens_nothing() {
    for (said, words) in FILES {
        for (key, other) in
            [("/U <", "/U <00"), ("/R ", "/R 9"), ("/V ", "/V 3"), ("/Standard", "/Other"), ("/P", "/Q")]
        {
            // The permissions are no part of the long keys.
            if key != "/P" || !said.contains("/V 5") {
                assert!(Lock::open(&dict(&said.replacen(key, other, 1)), &bytes(ID)).is_none(), "{key} {said}");
            }
        }
        let lock = Lock::open(&dict(said), &bytes(ID)).unwrap();
        for end in 0..words.len() / 2 {
            assert!(lock.stream((4, 0), bytes(words)[..end].to_vec()).len() <= end);
        }
    }
}
