#!/bin/sh
# Compiles translations/*.ts to build/translations/*.qm.
set -eu
bin=$1
mkdir -p build/translations
for source in translations/*.ts; do
    name=$(basename "$source" .ts)
    # A program that is running has the old file mapped: it is replaced, not written over.
    "$bin/pyside6-lrelease" -silent "$source" -qm "build/translations/$name.new.qm"
    mv -f "build/translations/$name.new.qm" "build/translations/$name.qm"
done
touch build/translations/ready
