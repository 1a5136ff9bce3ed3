#!/usr/bin/env bash
# Kills `update-manifest` with SIGKILL at random moments, and checks that the manifest is the old one or the new one, whole, each time,
# and that the next run removes what was left behind.
#
# usage: kill-update-manifest.sh [times]      from the integration test manifest-killed, or after it: it has put the plugin and what
#                                             that needs into target/it-repo
set -euo pipefail

times=${1:-100}
here=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r "$here/target/it/manifest-killed/." "$work"
rm -rf "$work/target"
sed "s|@localRepositoryUrl@|file://$HOME/.m2/repository|" "$here/src/it/settings.xml" > "$work/settings.xml"
cd "$work"
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
handler=src/main/java/shop/OrderHandler.java
manifest=replay-lint-manifest.yml

# The old code has one step, the new code a thousand more behind it, so that writing takes a while.
handler_with() {
  sed '/ctx.step/d; /return order/,$d' "$here/src/it/manifest-killed/$handler"
  for ((i = 0; i <= $1; i++)); do
    echo "        ctx.step(\"step-$i\", String.class, step -> order);"
  done
  echo '        return order; } }'
}

update() {
  "${MVN:-mvn}" -B -ntp -o -q -s "$work/settings.xml" -Dmaven.repo.local="$here/target/it-repo" \
    dev.replaylint:replay-lint-maven-plugin:0.1.0-SNAPSHOT:update-manifest
}

cp "$manifest" "$work/old.txt"
handler_with 1000 > "$handler"
start=$(date +%s%N)
update
duration=$((($(date +%s%N) - start) / 1000000))
cp "$manifest" "$work/new.txt"

old=0 new=0 torn=0 left=0
for ((n = 0; n < times; n++)); do
  cp "$work/old.txt" "$manifest"
  setsid "$BASH" -c "$(declare -f update); here='$here' work='$work' update" > /dev/null 2>&1 &
  run=$!
  # Every other time as soon as the temporary file is there, else at some moment near the end of a run.
  if ((n % 2)); then
    until [ -e ".$manifest.tmp" ] || ! kill -0 "$run" 2> /dev/null; do :; done
  else
    sleep "$(awk -v d="$duration" -v r="$RANDOM" 'BEGIN { print d * (0.7 + 0.5 * r / 32767) / 1000 }')"
  fi
  kill -9 -- "-$run" 2> /dev/null || true
  wait "$run" 2> /dev/null || true
  if cmp -s "$manifest" "$work/old.txt"; then old=$((old + 1)); elif cmp -s "$manifest" "$work/new.txt"; then new=$((new + 1)); else torn=$((torn + 1)); fi
  if [ -e ".$manifest.tmp" ]; then left=$((left + 1)); fi
done
update

echo "$times kills: $old old, $new new, $torn torn; $left times a temporary file was left behind"
test "$torn" = 0
test ! -e ".$manifest.tmp"
cmp "$manifest" "$work/new.txt"
