//! A shape as JSON Schema, for editors and other programs.

use serde_json::{Map, Value, json};

use super::{Form, Presence, Shape};

/// Returns the JSON Schema (draft 2020-12) of the documents of `shape`.
pub fn json_schema(shape: &Shape, title: &str) -> Value {
    let mut schema = of_shape(shape);
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(title));
    Value::Object(schema)
}

fn of_shape(shape: &Shape) -> Map<String, Value> {
    let properties: Map<_, _> = shape
        .keys
        .iter()
        .map(|key| {
            let mut schema = of_form(&key.form);
            schema.insert("description".to_owned(), json!(key.about));
            (key.name.to_owned(), Value::Object(schema))
        })
        .collect();
    let required: Vec<_> =
        shape.keys.iter().filter(|key| key.presence == Presence::Required).map(|key| key.name).collect();
    object(json!({
        "type": "object",
        "description": shape.about,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    }))
}

fn of_form(form: &Form) -> Map<String, Value> {
    match form {
        Form::Table(shape) => of_shape(shape),
        Form::List(each) => object(json!({ "type": "array", "items": of_form(each) })),
        Form::Several(each) => object(json!({ "type": "array", "items": of_form(each), "minItems": 1 })),
        Form::WordOr(words, shape) => object(json!({ "oneOf": [{ "enum": words }, of_shape(shape)] })),
        Form::Text => object(json!({ "type": "string", "pattern": "\\S" })),
        Form::Blank => object(json!({ "type": "string" })),
        Form::Matching(pattern) => object(json!({ "type": "string", "pattern": pattern.regex })),
        Form::Word(words) => object(json!({ "enum": words })),
        Form::Date => object(json!({ "type": "string", "format": "date" })),
        Form::Whole(least, u32::MAX) => object(json!({ "type": "integer", "minimum": least })),
        Form::Whole(least, most) => object(json!({ "type": "integer", "minimum": least, "maximum": most })),
        Form::Number => object(json!({ "type": "number", "minimum": 0 })),
        Form::Truth => object(json!({ "type": "boolean" })),
    }
}

/// Returns the object that `value` is.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
