import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log =~ /\[INFO\] replay-lint: 1 durable handler, 3 operations, 3 files, 0 library methods entered, 0 calls unresolved, no problems \(\d+\.\d s\)/
def sarif = new JsonSlurper().parse(new File(basedir, 'target/replay-lint/replay-lint.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results.isEmpty()
assert sarif.runs[0].invocations[0].executionSuccessful
def json = new JsonSlurper().parse(new File(basedir, 'target/replay-lint/replay-lint.json'))
assert json.coverage.handlers == 1
assert !new File(basedir, 'target/classes').exists()
assert basedir.list().findAll { !it.startsWith('.') && it != 'build.log' }.sort() == ['invoker.properties', 'pom.xml', 'src', 'target', 'verify.groovy']
