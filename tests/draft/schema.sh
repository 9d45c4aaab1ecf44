#!/bin/sh
# schema.sh HEGAO SHARED: every part of every skeleton and example holds to the schema of
# WordprocessingML.
hegao=$1
tool=$2/tools/validate_docx.sh
[ -f "$tool" ] || exit 77
command -v xsltproc >/dev/null && command -v xmllint >/dev/null && command -v unzip >/dev/null ||
    exit 77
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
forms=$("$hegao" list templates | cut -d' ' -f1)
for form in $forms; do
    "$hegao" new "$form" -o "$folder/$form.docx" || exit 1
    "$hegao" new "$form" -o "$folder/$form-example.docx" --example || exit 1
done
sh "$tool" "$folder"/*.docx
