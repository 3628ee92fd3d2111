local paths = {"/api/overview","/api/events?limit=50","/api/events?source=EGY&limit=50&sort=newest","/api/events?type=ASSAULT&page=20","/api/count?quad=conflict","/api/series?by=month","/api/series?by=week&actor=SYR","/api/dyads?limit=300","/api/network?top=28","/api/map?limit=400&at-actor=true","/api/affinity?top=8&bootstrap=100","/api/knowledge/actors?q=Egypt","/api/knowledge/lexicon?q=bomb","/api/runs","/health"}
local n = 0
request = function() n = n + 1; local p = paths[(n % #paths) + 1]
  if n % 1000 == 0 then p = "/api/events?limit=50&page=" .. math.random(1, 1400) end
  return wrk.format("GET", p) end
done = function(s, l, r) io.write(string.format("p50 %.1f p99 %.1f max %.1f ms; errors: connect %d read %d write %d status %d timeout %d; requests %d\n", l:percentile(50)/1000, l:percentile(99)/1000, l.max/1000, s.errors.connect, s.errors.read, s.errors.write, s.errors.status, s.errors.timeout, s.requests)) end
