#!/bin/sh
# Class data sharing: writes an archive of the classes that commands load, for one Java, beside the jars.
# quickstart.sh [JAVA]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
java="${1:-java}"
app="$here/cli/target/app"
classpath="$app/entente-cli.jar:$app/lib/*"
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
archive="$app/classes-$version.jsa"
rehearsal="$app/rehearsal-$version"

[ ! -e "$archive" ] || [ -n "$(find "$app" -name '*.jar' -newer "$archive" | head -n 1)" ] || exit 0
# somebody else is at it, or nothing may be written here: commands do without
mkdir "$rehearsal" 2>/dev/null || exit 0
trap 'rm -rf "$rehearsal"' EXIT INT TERM
rm -f "$archive"
cd "$rehearsal"

native=""
[ "${version:-0}" -lt 22 ] || native="--enable-native-access=ALL-UNNAMED"
run() {
  list=$1
  shift
  # shellcheck disable=SC2086
  "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:DumpLoadedClassList="$list.list" $native -Dfile.encoding=UTF-8 \
    -Dentente.home="$here" -cp "$classpath" org.entente.cli.Main "$@" >/dev/null 2>&1 </dev/null || :
}
echo "Egypt bombed camps of the Islamic State in Derna, Libya, after talks with Italy." >text.txt
run explain explain "Egypt bombed Derna." &
run code code text.txt --date 2015-02-16 --save --store store.duckdb
wait
run sway sway "$here/examples/libya-2015.yaml" --actor RUS --draws 10 --html sway.html &
run series series --store store.duckdb --html series.html
wait
# lists of several runs in one: the numbers of classes mean something in one run only
awk '/^@cp / || / source: / { next } { sub(/ id: [0-9]+$/, "") } !seen[$0]++' ./*.list >all 2>/dev/null &&
  "$java" -Xshare:dump -XX:SharedClassListFile=all -XX:SharedArchiveFile=all.jsa -Dfile.encoding=UTF-8 \
    -cp "$classpath" >/dev/null 2>&1 &&
  mv -f all.jsa "$archive" || : >"$archive"
