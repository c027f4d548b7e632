//! What the generator promises, held to without any parser.

use fenjie_testkit::{Document, Layout, Noise, Script, compose, fold, scripts};
use proptest::prelude::*;

/// The folded text from which every white space and mark is gone, so that nothing but the words can differ.
fn words(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_script_gives_one_notice(script in scripts()) {
        prop_assert_eq!(Document::noisy(&script), Document::noisy(&script));
    }

    #[test]
    fn noise_changes_no_word(script in scripts()) {
        let noise = Noise { furniture: false, ..Noise::new(&script) };
        let noisy = Document::with_noise(&script, &noise);
        let clean = Document::clean(&script);
        let noisy_text = ["—3—", "-4-", "—12—"].iter().fold(fold(&noisy.text), |text, page| text.replace(page, ""));
        prop_assert_eq!(words(&noisy_text), words(&clean.text));
        prop_assert_eq!(noisy.expected, clean.expected);
    }

    #[test]
    fn the_text_says_what_is_expected_of_it(script in scripts()) {
        let Document { text, expected } = Document::clean(&script);
        let mut rest = text.as_str();
        for task in &expected.tasks {
            let words = task.text.trim_end_matches('。');
            let at = rest.find(words);
            prop_assert!(at.is_some(), "{} is not in order", words);
            rest = &rest[at.unwrap_or(0) + words.len()..];
            prop_assert!(!task.units.is_empty());
            prop_assert!(task.units.iter().any(|unit| unit.lead), "nobody leads");
        }
        prop_assert!(text.contains(&expected.header.jurisdiction));
        for official in &expected.officials {
            prop_assert!(official.name.as_ref().is_none_or(|name| text.contains(name.as_str())));
        }
    }
}

#[test]
fn an_empty_choice_is_the_plainest_notice() {
    let mut script = Script::from_seed(1);
    script.say.clear();
    script.form.clear();
    script.noise.clear();
    script.breaks.clear();
    script.parts.truncate(1);
    for part in &mut script.parts {
        part.say.clear();
        part.form.clear();
        part.sections.truncate(1);
        for section in &mut part.sections {
            section.say.clear();
            section.form.clear();
            section.tasks.truncate(1);
            section.tasks.iter_mut().for_each(|task| (task.say, task.form) = (Vec::new(), Vec::new()));
        }
    }
    let document = Document::noisy(&script);
    assert!(document.text.ends_with("1.推进智慧港口建设。\n责任单位：市财政局\n"), "{}", document.text);
    assert_eq!(compose(&script).parts[0].sections[0].tasks.len(), 1);
}

/// Every form of the genre is reached: a form that is never written tests nothing.
#[test]
fn every_form_occurs() {
    let clean: String = (0..400).map(|seed| Document::clean(&Script::from_seed(seed)).text).collect();
    let forms = [
        "\n责任单位：",
        "\n牵头单位：",
        "\n主责单位：",
        "\n配合单位：",
        "\n协办单位：",
        "\n部门分工：",
        "\n任单位：",
        "\n责任领导：",
        "\n完成时限：",
        "。（责任单位：",
        "）。\n",
        "〔责任单位：",
        "(责任部门：",
        "牵头，",
        "配合，",
        "指导",
        "分别牵头",
        "牵头落实",
        "按职责分工负责",
        "共同负责",
        "等有关部门",
        "等\n",
        "局、民政局",
        "区、北麓区政府",
        "各县（市、区）政府",
        "各区、县级市",
        "（市公管办）",
        "，6月底前完成",
        "；完成时限：",
        "（列第一位的为牵头单位，下同）",
        "（均为同责单位，下同）",
        "排名第一的为牵头单位",
        "无牵头单位的",
        "均含云湖新区、东岭园区管委会，不再",
        "主抓重点工作",
        "牵头的重点工作",
        "常委、副市长",
        "\n一、",
        "\n（一）",
        "\n1.",
        "\n1、",
        "\n1．",
        "\n1推进",
        "\n（1）",
        "\n实事一：",
        "\n附件1\n",
        "\n附件2：",
        "附件：1.",
        "　　　2.",
        "抄送：",
        "日印发",
        "（此件公开发布）",
        "（牵头）、",
        "局牵头\n",
        "督促",
        "参与",
        "\n（责任单位：",
        "副市长周",
        "（副市长）牵头",
        "\n注：",
        "　　完成时限：",
        "承办单位：",
        "实施单位：",
        "牵头责任单位：",
        "\n分管领导：",
        "二〇二五年",
        "文件\n",
        "关于印发\n",
    ];
    let missing: Vec<&str> = forms.into_iter().filter(|form| !clean.contains(form)).collect();
    assert!(missing.is_empty(), "never written: {missing:?}");
    let shared = |line: &str| line.starts_with("一、") && line.contains("（责任单位：") && !line.contains('。');
    assert!(clean.lines().any(shared), "no heading has a responsibility in its bracket");
}

/// A notice of each layout says what is expected of it, in order; a layout that wrote nothing would test nothing.
#[test]
fn every_layout_says_its_tasks() {
    for layout in Layout::ALL {
        let (mut tasks, mut targets) = (0, 0);
        for seed in 0..40 {
            let Document { text, expected } = layout.document(&Script::from_seed(seed), &Noise::default());
            let mut rest = text.as_str();
            for task in &expected.tasks {
                let at = rest.find(task.text.trim_end_matches('。'));
                assert!(at.is_some(), "{layout:?} {seed}: {} is not in order\n{text}", task.text);
                rest = &rest[at.unwrap_or(0)..];
                assert!(
                    layout == Layout::Report || task.units.iter().any(|unit| unit.lead),
                    "{layout:?}: nobody leads"
                );
                targets += task.targets.len();
            }
            tasks += expected.tasks.len();
        }
        assert!(tasks > 200 && targets > 50, "{layout:?}: {tasks} tasks, {targets} targets");
    }
}

#[test]
fn every_noise_occurs() {
    let noisy: String = (0..400).map(|seed| Document::noisy(&Script::from_seed(seed)).text).collect();
    let marks = [
        "\u{feff}",
        "\r\n",
        "\u{3000}",
        "\u{a0}",
        "\t",
        "\u{200b}",
        "\u{200d}",
        "责任单位:",
        "１",
        "％",
        "责 任",
        "\n— 3 —\n",
        "\n\n— 12 —\n\n",
        "当前位置",
        "扫一扫",
    ];
    let missing: Vec<&str> = marks.into_iter().filter(|mark| !noisy.contains(mark)).collect();
    assert!(missing.is_empty(), "never done: {missing:?}");
}
