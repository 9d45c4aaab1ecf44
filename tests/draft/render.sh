#!/bin/sh
# render.sh HEGAO: an office suite turns every skeleton and example into pages.
hegao=$1
office=$(command -v soffice || command -v libreoffice) || exit 77
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export HOME="$folder"
forms=$("$hegao" list templates | cut -d' ' -f1)
for form in $forms; do
    "$hegao" new "$form" -o "$form.docx" || exit 1
    "$hegao" new "$form" -o "$form-example.docx" --example || exit 1
done
"$office" --headless --convert-to pdf ./*.docx >log 2>&1 || exit 77
for docx in *.docx; do
    pdf=${docx%.docx}.pdf
    if [ ! -s "$pdf" ] || [ "$(head -c 5 "$pdf")" != "%PDF-" ]; then
        echo "$docx: no pages"
        exit 1
    fi
done
exit 0
