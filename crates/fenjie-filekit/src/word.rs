//! Documents of Word 97 to 2003.

use crate::compound::compound;

/// A document: paragraphs in runs that are alike, and what its lists and styles say.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// Its text; `\r` ends a paragraph, `\u{7}` a cell.
    pub text: String,
    /// Of how many pieces the text is put together.
    pub pieces: usize,
    /// What is said of the paragraphs: up to which character, and their changes.
    pub said: Vec<(usize, Vec<u8>)>,
    /// Runs of characters that are deleted.
    pub deleted: Vec<std::ops::Range<usize>>,
    /// The sheet of styles.
    pub styles: Vec<u8>,
    /// The heads of the lists, and their levels.
    pub lists: (Vec<u8>, Vec<u8>),
    /// The uses of the lists.
    pub uses: Vec<u8>,
}

/// Where the text begins, and where the list of the parts does.
const TEXT: usize = 1024;
const PLACES: usize = 0x9a;
const PAGE: usize = 512;

impl Word {
    /// Its stream. What belongs into the other stream stands behind it in the same one, which a file has twice.
    pub fn stream(&self) -> Vec<u8> {
        let units: Vec<u16> = self.text.encode_utf16().collect();
        let mut stream = vec![0; TEXT];
        stream[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
        (stream[0x0b], stream[0x20], stream[0x3e], stream[0x98]) = (2, 14, 22, 93);
        put(&mut stream, 0x4c, units.len());
        stream.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        let paragraphs = self.paragraphs(&mut stream);
        let characters = self.characters(&mut stream);
        let lists = self.lists.0.clone();
        let behind =
            [(33, self.list_of_pieces(units.len())), (13, paragraphs), (12, characters), (1, self.styles.clone())];
        for (part, bytes) in behind.into_iter().chain([(74, self.uses.clone()), (73, lists)]) {
            let at = stream.len();
            put(&mut stream, PLACES + part * 8, at);
            put(&mut stream, PLACES + part * 8 + 4, bytes.len());
            stream.extend(bytes);
        }
        // The levels stand behind the part of the lists.
        stream.extend(&self.lists.1);
        stream
    }

    fn list_of_pieces(&self, length: usize) -> Vec<u8> {
        let count = self.pieces.clamp(1, length.max(1));
        let first = |at: usize| (length * at / count) as u32;
        let mut list: Vec<u8> = (0..=count).flat_map(|at| first(at).to_le_bytes()).collect();
        for at in 0..count {
            list.extend([0, 0]);
            list.extend((TEXT as u32 + 2 * first(at)).to_le_bytes());
            list.extend([0, 0]);
        }
        [&[2][..], &(list.len() as u32).to_le_bytes(), &list].concat()
    }

    /// The pages of what is said of the paragraphs, a page for each that differs from the one before it.
    fn paragraphs(&self, stream: &mut Vec<u8>) -> Vec<u8> {
        let mut pages = Pages::default();
        let mut start = 0;
        let mut rest = &self.said[..];
        while let Some((_, said)) = rest.first() {
            const RUNS: usize = 16;
            let alike = rest.iter().take(RUNS).take_while(|(_, other)| other == said).count();
            let (runs, behind) = rest.split_at(alike);
            rest = behind;
            let places: Vec<usize> = std::iter::once(start).chain(runs.iter().map(|(end, _)| *end)).collect();
            start = places[alike];
            let own = [&[0, said.len().div_ceil(2) as u8 + 1, 0, 0][..], said].concat();
            pages.add(stream, &places, 13, &own);
        }
        pages.list(start)
    }

    fn characters(&self, stream: &mut Vec<u8>) -> Vec<u8> {
        let mut pages = Pages::default();
        for runs in self.deleted.chunks(16) {
            let places: Vec<usize> = runs.iter().flat_map(|run| [run.start, run.end]).collect();
            pages.add(stream, &places, 1, &[3, 0, 8, 1]);
        }
        pages.list(self.text.encode_utf16().count())
    }
}

/// Pages of runs, and the list of them.
#[derive(Default)]
struct Pages {
    starts: Vec<usize>,
    numbers: Vec<usize>,
}

impl Pages {
    /// A page of the runs between these characters, of all of which the same is said.
    fn add(&mut self, stream: &mut Vec<u8>, places: &[usize], entry: usize, said: &[u8]) {
        stream.resize(stream.len().next_multiple_of(PAGE), 0);
        self.starts.push(places[0]);
        self.numbers.push(stream.len() / PAGE);
        let mut page = vec![0; PAGE];
        let runs = places.len() - 1;
        places.iter().enumerate().for_each(|(at, place)| put(&mut page, at * 4, TEXT + 2 * place));
        let own = (places.len() * 4 + runs * entry).next_multiple_of(2);
        (0..runs).for_each(|at| page[places.len() * 4 + at * entry] = (own / 2) as u8);
        page[own..own + said.len()].copy_from_slice(said);
        page[PAGE - 1] = runs as u8;
        stream.extend(page);
    }

    fn list(self, end: usize) -> Vec<u8> {
        let starts = self.starts.into_iter().chain([end]).map(|place| TEXT + 2 * place);
        starts.chain(self.numbers).flat_map(|number| (number as u32).to_le_bytes()).collect()
    }
}

fn put(bytes: &mut [u8], at: usize, number: usize) {
    bytes[at..at + 4].copy_from_slice(&(number as u32).to_le_bytes());
}

/// A file both of whose streams are this one, so that it can be changed as a whole.
pub(crate) fn doc(inner: &[u8]) -> Vec<u8> {
    compound(&[("WordDocument", inner), ("1Table", inner)])
}
