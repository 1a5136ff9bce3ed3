import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

// Suppressed findings are counted and fail nothing; what suppresses nothing is shown.
assert log =~ /\[INFO\] replay-lint: 1 durable handler, .* 3 info \(3 suppressed in the code, 1 excluded by the configuration\) \(/
assert !log.contains('[wall-clock]') && !log.contains('[random-value]')
assert log.contains('[INFO] src/main/java/shop/OrderHandler.java:[14,74] there is no rule `wall-clok`, so this suppresses nothing [stale-suppression]')
assert log.contains('[INFO]     help: write `wall-clock`')
assert log.contains('[INFO] src/main/java/shop/OrderHandler.java:[15,65] there is nothing that `any-of` reports here, so this suppresses only what comes later [stale-suppression]')
assert log.contains('[INFO] src/main/java/shop/PriceService.java:[19,5] `wall-clock` is suppressed without a reason, so nobody can tell whether that still holds [unexplained-suppression]')
assert log.contains('replay-lint found 3 info (failOn=info)')

File directory = new File(basedir, 'target/replay-lint')
def json = new JsonSlurper().parse(new File(directory, 'replay-lint.json'))
assert json.findings.size() == 3
assert json.suppressed.collect { it.suppression.in + ': ' + it.suppression.reason } ==
    ['configuration: replaced in spring', 'code: only printed on the receipt', 'code: for the log of the printer', 'code: ']
assert new File(directory, 'index.html').text.contains('Reason: only printed on the receipt')
assert new File(directory, 'replay-lint.md').text.contains('| suppressed in the code | only printed on the receipt |')

// The second run asked for them in SARIF.
def results = new JsonSlurper().parse(new File(directory, 'replay-lint.sarif')).runs[0].results
assert results.size() == 7
assert results.findAll { it.suppressions }.collect { it.suppressions[0].kind }.sort() == ['external', 'inSource', 'inSource', 'inSource']
