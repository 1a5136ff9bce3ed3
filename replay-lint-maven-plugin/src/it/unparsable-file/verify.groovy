import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('[ERROR] src/main/java/shop/PriceService.java:[9,65] `Instant.now`')
assert log =~ /\[ERROR\] src.main.java.shop.Labels\.java:\[6\] cannot be parsed: found ";"; it was not analysed/
assert log.contains('replay-lint: the analysis is incomplete: 1 file was not analysed; see above, or set replay-lint.failOnIncomplete=false')
assert log.contains('BUILD SUCCESS')
def invocation = new JsonSlurper().parse(new File(basedir, 'target/replay-lint/replay-lint.sarif')).runs[0].invocations[0]
assert !invocation.executionSuccessful
assert invocation.toolExecutionNotifications[0].message.text.contains('Labels.java')
