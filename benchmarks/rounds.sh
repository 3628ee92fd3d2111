#!/bin/sh
# Ten rounds of 6 s of reads and 20 codings at once on a running server; after each what heap and classes take after a full collection: rounds.sh PID http://127.0.0.1:7788/
set -eu
pid=$1
address=$2
for round in 1 2 3 4 5 6 7 8 9 10; do
  wrk -t2 -c50 -d6s -s "$(dirname -- "$0")/load.lua" "$address" | tail -n 1
  for coding in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    curl -s -o /dev/null -H 'Content-Type: application/json' \
      -d "{\"text\": \"Egypt bombed ISIS camps in Derna in round $round, case $coding. Russia condemned the attack.\", \"date\": \"2015-02-18\"}" \
      "${address}api/code" &
  done
  wait
  jcmd "$pid" GC.run >/dev/null
  echo "round $round: heap and classes $(jcmd "$pid" GC.heap_info | grep -o 'used [0-9]*K' | head -n 3 | tr -dc '0-9\n' | paste -sd+ - | bc) kB, resident $(ps -o rss= -p "$pid") kB"
done
