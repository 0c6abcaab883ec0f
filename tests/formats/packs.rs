//! A pack that was written back is the same pack; so is one era of it, as far as it goes.

use griot_pack::pack::{Pack, WrittenFile, check};

use super::{pack, printed};

/// All that a compiled pack says, without what was made of it beforehand and without the sums that tell its files from any others.
fn body(pack: &Pack) -> Vec<u8> {
    pack.compile().split_off(28)
}

fn loaded(files: &[WrittenFile]) -> Pack {
    let dir = tempfile::tempdir().unwrap();
    for file in files {
        let path = dir.path().join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.text).unwrap();
    }
    let (pack, problems) = check(dir.path());
    assert_eq!(problems.listed, []);
    pack.unwrap()
}

#[test]
fn the_built_in_pack_is_written_to_a_folder_that_loads_equal() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("mali");
    printed(&["export", "--format", "pack", folder.to_str().unwrap()]);
    let (read, problems) = check(&folder);
    assert_eq!(problems.listed, []);
    assert!(body(&read.unwrap()) == body(&pack()), "the folder holds another pack");
}

#[test]
fn every_era_alone_is_a_pack_without_a_problem() {
    let pack = pack();
    for era in pack.eras() {
        let files = pack.files(&pack.excerpt(&[era])).unwrap();
        let read = loaded(&files);
        assert_eq!(read.statements().len(), pack.statements_in(era).count());
        // Footnotes of a statement stand in the order of their numbers, which an era alone counts anew: once.
        let written = |pack: &Pack| pack.files(&pack.excerpt(&pack.eras().collect::<Vec<_>>())).unwrap();
        let again = written(&read);
        assert!(written(&loaded(&again)) == again, "{}", pack[era].id);
    }
}

#[test]
fn a_date_that_cannot_be_read_is_written_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("town");
    printed(&["new", data.to_str().unwrap()]);
    let file = data.join("eras/1-first-era.json");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("\"c. 1910\"", "\"=some day\"")).unwrap();
    let (read, _) = check(&data);
    let read = read.unwrap();
    let files = read.files(&read.excerpt(&read.eras().collect::<Vec<_>>())).unwrap();
    assert!(files[1].text.contains("\"when\": \"=some day\""), "{}", files[1].text);
    let export = |form: &str| printed(&["--data", data.to_str().unwrap(), "export", "-f", form]);
    assert!(export("md").contains("{date that cannot be read: =some day}"));
    assert!(export("csv").contains(",'=some day,"));
}

#[test]
fn files_may_say_where_their_schema_is() {
    let pack = pack();
    let eras: Vec<_> = pack.eras().collect();
    let mut files = pack.files(&pack.excerpt(&eras)).unwrap();
    for file in &mut files {
        if file.text.starts_with('{') {
            file.text.replace_range(0..1, "{\"$schema\": \"../pack.schema.json\",");
        }
    }
    assert!(body(&loaded(&files)) == body(&pack));
    let schema: serde_json::Value = serde_json::from_str(&printed(&["schema"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for file in &files {
        let value: serde_json::Value = serde_json::from_str(&file.text).unwrap();
        assert!(validator.is_valid(&value), "{} is not of the schema", file.name);
    }
}
