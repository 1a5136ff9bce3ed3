import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('[ERROR] src/main/java/shop/PriceService.java:[9,65] `Instant.now` returns another time on every replay, and its value is used by the function of step `charge` [wall-clock]')
assert log.contains('[ERROR]     replayed from OrderHandler.handleRequest (OrderHandler.java:14) > PriceService.quote (PriceService.java:9)')
assert log.contains('[ERROR]     help: read the clock inside a step')
assert log.contains('replay-lint found 1 error (failOn=error); see above or target/replay-lint/replay-lint.sarif')
assert log =~ /\[INFO\] replay-lint: 1 durable handler, .* 1 error \(/
def result = new JsonSlurper().parse(new File(basedir, 'target/replay-lint/replay-lint.sarif')).runs[0].results[0]
assert result.ruleId == 'wall-clock'
assert result.level == 'error'
def place = result.locations[0].physicalLocation
assert place.artifactLocation.uri.endsWith('src/main/java/shop/PriceService.java')
assert place.artifactLocation.uriBaseId == '%SRCROOT%'
assert place.region == [startLine: 9, startColumn: 65]
assert result.codeFlows[0].threadFlows[0].locations.size() == 2
