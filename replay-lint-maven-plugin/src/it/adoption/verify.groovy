import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

List<String> runs = log.split('Scanning for projects') as List
assert runs.size() == 7

def sarif = { String run, String module ->
    new JsonSlurper().parse(new File(basedir, "${module}target/${run}/replay-lint/replay-lint.sarif")).runs
}
def annotations = { String run -> run.readLines().findAll { it.startsWith('::') } }

// What is there fails the build, in every module that has handlers.
assert runs[1].contains('[ERROR] prices/src/main/java/shop/prices/Quotes.java:[11,38] `Instant.now`')
assert runs[1].contains('[ERROR] billing/src/main/java/shop/billing/BillHandler.java:[12,30] `UUID.randomUUID`')
assert runs[1].count('replay-lint found 1 error (failOn=error)') >= 2

// It is accepted, module by module, and the build is green.
assert runs[2].contains('[INFO] orders/replay-lint-baseline.json\n[INFO]   + shop.prices.Quotes quote: error wall-clock, Instant.now\n')
assert runs[2].contains('[INFO] billing/replay-lint-baseline.json\n[INFO]   + shop.billing.BillHandler handleRequest: error random-value, UUID.randomUUID\n')
assert !new File(basedir, 'prices/replay-lint-baseline.json').exists()
assert runs[3].count('no problems (1 accepted in the baseline)') == 2
assert annotations(runs[3]).empty
assert sarif('first', '')[0].results.empty && sarif('first', '')[0].properties.suppressedInBaseline == 2

// A new defect is red: one finding, one annotation, one result, of the three that there are by now.
String place = 'orders/src/main/java/shop/orders/Discounts.java'
assert runs[4].count("[ERROR] ${place}:[11,55] `Math.random`") == 1
assert runs[4].count(' [random-value]\n') == 1 && !runs[4].contains('[wall-clock]')
assert runs[4].contains('replay-lint found 1 error (failOn=error)')
assert annotations(runs[4]).size() == 1
assert annotations(runs[4])[0].startsWith("::error file=${place},line=11,col=55,title=random-value::`Math.random`")
assert new File(basedir, 'summary.md').text.contains('## replay-lint: orders\n\n**1 error** (1 accepted in the baseline)')
for (String module : ['', 'orders/']) {
    def results = sarif('defect', module)*.results.flatten()
    assert results.size() == 1 && results[0].ruleId == 'random-value'
    def found = results[0].locations[0].physicalLocation
    assert found.artifactLocation.uri.endsWith(place) && found.region.startLine == 11
}
assert sarif('defect', 'billing/')[0].results.empty

// Suppressed with a reason, it is green.
assert runs[5].contains('no problems (1 accepted in the baseline, 1 suppressed in the code)')
assert sarif('suppressed', '')[0].results.empty
def suppressed = new JsonSlurper().parse(new File(basedir, 'orders/target/suppressed/replay-lint/replay-lint.json')).suppressed
assert suppressed.find { it.rule == 'random-value' }.suppression ==
    [in: 'code', reason: 'marketing wants another discount on every attempt']

// When the code is fixed, the suppression is what is left over.
assert runs[6].contains("[INFO] ${place}:[11,9] there is nothing that `random-value` reports here, so this suppresses only what comes later [stale-suppression]")
assert runs[6].contains('1 info (1 accepted in the baseline)')
assert runs[6].contains('BUILD SUCCESS')
assert sarif('fixed', '')[0].results*.ruleId == ['stale-suppression']
