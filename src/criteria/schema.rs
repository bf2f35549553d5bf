//! The JSON Schema of criteria files, made from the keys that the parser knows.

use serde_json::{Value, json};

use crate::document;

use super::{kinds, shape};

/// Where the schema of a criterion stands in the schema of a file.
const CRITERION: &str = "/properties/standard/items/properties/criterion/items";

/// Returns the JSON Schema (draft 2020-12) of criteria files; it refuses what is wrong in shape, and editors complete
/// by it.
pub fn json_schema() -> Value {
    let mut schema = document::json_schema(&shape::SET, "Bộ tiêu chí của tdp");
    let indicator = format!("{CRITERION}/properties/indicator/items");
    for criterion in [CRITERION, &indicator] {
        add(&mut schema, criterion, criterion_rules());
        add(&mut schema, &format!("{criterion}/properties/case/items/properties/when"), json!({ "minProperties": 1 }));
    }
    add(
        &mut schema,
        CRITERION,
        json!({ "dependentRequired": { "part": ["whole"], "whole": ["part"], "require": ["indicator"] } }),
    );
    add(&mut schema, "/properties/outcome/properties/require/oneOf/1", outcome_rules());
    schema
}

/// Adds the members of `more` to the schema at `pointer`.
fn add(schema: &mut Value, pointer: &str, more: Value) {
    if let (Some(Value::Object(target)), Value::Object(more)) = (schema.pointer_mut(pointer), more) {
        target.extend(more);
    }
}

/// What a criterion needs beside each kind, and which keys belong to one kind alone.
fn criterion_rules() -> Value {
    let of_kind = |word: &str| json!({ "required": ["kind"], "properties": { "kind": { "const": word } } });
    let has_indicators = json!({ "required": ["indicator"] });
    let mut rules = vec![
        json!({ "if": has_indicators, "else": { "required": ["kind"] } }),
        json!({ "if": { "anyOf": [has_indicators, of_kind("points")] }, "else": { "required": ["achieved"] } }),
        json!({ "if": of_kind("points"), "then": { "required": ["max"] } }),
    ];
    for kind in kinds::ALL.iter().filter(|kind| !kind.own_keys.is_empty()) {
        let absent: serde_json::Map<_, _> = kind.own_keys.iter().map(|key| ((*key).to_owned(), json!(false))).collect();
        rules.push(json!({ "if": of_kind(kind.word), "else": { "properties": absent } }));
    }
    json!({ "dependentRequired": { "part": ["whole"], "whole": ["part"] }, "allOf": rules })
}

fn outcome_rules() -> Value {
    json!({
        "oneOf": [{ "required": ["at_least"] }, { "required": ["percent"] }, { "required": ["points"] }],
        "dependentRequired": { "standard_floor_percent": ["points"] },
    })
}

#[cfg(test)]
mod tests {
    use jsonschema::Validator;

    use super::*;
    use crate::criteria::{built_in, parse};

    fn validator() -> Validator {
        jsonschema::options().should_validate_formats(true).build(&json_schema()).unwrap()
    }

    /// TOML as editors hand it to a schema: days as text.
    fn as_json(text: &str) -> Value {
        fn value(toml: toml::Value) -> Value {
            match toml {
                toml::Value::Datetime(day) => Value::String(day.to_string()),
                toml::Value::Array(list) => list.into_iter().map(value).collect(),
                toml::Value::Table(table) => Value::Object(table.into_iter().map(|(k, v)| (k, value(v))).collect()),
                other => serde_json::to_value(other).unwrap(),
            }
        }
        value(toml::Value::Table(text.parse().unwrap()))
    }

    /// A set of one criterion, or with one thing changed.
    fn set(criterion: &str) -> String {
        format!(
            "schema = 1\nid = \"mau\"\nversion = 2024-01-02\ntitle = \"M\"\nissuer = \"U\"\nprovenance = \"modelled\"\n\
             [outcome]\nrequire = \"all\"\n[[standard]]\nid = \"1\"\ntitle = \"S\"\n\
             [[standard.criterion]]\nid = \"1.1\"\ntitle = \"C\"\n{criterion}\n"
        )
    }

    fn check(text: &str, fits: bool) {
        assert_eq!(parse("a.toml", text.as_bytes()).is_ok(), fits, "the parser on\n{text}");
        assert_eq!(validator().is_valid(&as_json(text)), fits, "the schema on\n{text}");
    }

    #[test]
    fn it_is_a_schema_and_the_built_in_sets_are_of_it() {
        jsonschema::meta::validate(&json_schema()).unwrap();
        for (name, bytes) in built_in() {
            let set = as_json(std::str::from_utf8(bytes).unwrap());
            let mistakes: Vec<_> = validator().iter_errors(&set).map(|error| error.to_string()).collect();
            assert_eq!(mistakes, Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn the_shipped_schema_is_up_to_date() {
        let mut expected = serde_json::to_string_pretty(&json_schema()).unwrap();
        expected.push('\n');
        let shipped = include_str!("../../criteria/criteria.schema.json");
        assert!(shipped == expected, "run: cargo run -- criteria schema > criteria/criteria.schema.json");
    }

    #[test]
    fn what_is_right_for_the_parser_is_right_for_the_schema() {
        for criterion in [
            "kind = \"yes-no\"\nachieved = \"yes\"",
            "kind = \"percent\"\nachieved = \">= 95%\"\npart = \"a\"\nwhole = \"b\"\nmay_exceed = true",
            "kind = \"amount\"\nachieved = \"0.5..2.5\"\ncase = [{ when = { area = \"I\" }, achieved = \"> parent\" }]",
            "kind = \"task\"\nachieved = \"done by 2025-12-31\"\ndue = 2025-12-31",
            "kind = \"points\"\nmax = 5\nfloor = 2.5",
            "indicator = [{ id = \"a\", title = \"A\", kind = \"count\", achieved = \"= 0\" }]\nrequire = { at_least = 1 }",
        ] {
            check(&set(criterion), true);
        }
    }

    #[test]
    fn what_is_wrong_in_shape_is_refused_by_both() {
        let right = set("kind = \"yes-no\"\nachieved = \"yes\"");
        check(&right.replace("id = \"mau\"\n", ""), false);
        check(&right.replace("schema = 1", "schema = 2"), false);
        check(&right.replace("\"mau\"", "\"Mẫu\""), false);
        check(&right.replace("2024-01-02", "7"), false);
        check(&right.replace("title = \"M\"", "title = \" \""), false);
        check(&right.replace("\"modelled\"", "\"model\""), false);
        check(&right.replace("require = \"all\"", "require = \"any\""), false);
        check(&right.replace("require = \"all\"", "require = {}"), false);
        check(&right.replace("require = \"all\"", "require = { percent = 5, at_least = 1 }"), false);
        for criterion in [
            "",
            "kind = \"yes-no\"",
            "kind = \"no\"\nachieved = \"yes\"",
            "kind = \"yes-no\"\nachieved = true",
            "kind = \"count\"\nachieved = \"≥ 5\"",
            "kind = \"count\"\nachieved = \"= 0\"\nunknown = 1",
            "kind = \"count\"\nachieved = \"= 0\"\nmax = 5",
            "kind = \"count\"\nachieved = \"= 0\"\nrequire = \"all\"",
            "kind = \"count\"\nachieved = \"= 0\"\ndue = \"mai\"",
            "kind = \"count\"\nachieved = \"= 0\"\naliases = \"a\"",
            "kind = \"count\"\nachieved = \"= 0\"\ncase = [{ when = {}, achieved = \"= 1\" }]",
            "kind = \"percent\"\nachieved = \"= 0\"\npart = \"a\"",
            "kind = \"points\"\nfloor = 5",
            "indicator = [{ id = \"a\", title = \"A\" }]",
            "indicator = []",
        ] {
            check(&set(criterion), false);
        }
    }
}
