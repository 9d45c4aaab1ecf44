#!/bin/sh
# broken.sh HEGAO FOLDER: every FOLDER/NAME.xml gives exactly the line of NAME.expected and code 2.
hegao=$1
cd "$2" || exit 1
bad=0
for form in *.xml; do
    found=$("$hegao" template "$form" 2>&1)
    code=$?
    if [ "$code" != 2 ] || [ "$found" != "$(cat "${form%.xml}.expected")" ]; then
        echo "$form: code $code"
        echo "  expected: $(cat "${form%.xml}.expected")"
        echo "  found:    $found"
        bad=1
    fi
    # A broken form named for a check is trouble as well, and says the same line.
    if "$hegao" check --template "$form" "$form" >/dev/null 2>&1; then
        echo "$form: check --template accepts it"
        bad=1
    fi
done
exit $bad
