import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

// The runner reads commands at the start of a line, and shows ten of a level; the modules of a build share them.
def commands = log.readLines().findAll { it.startsWith('::') }
assert commands.count { it.startsWith('::error ') } == 10
assert commands.count { it.startsWith('::notice file=') } == 1
assert commands.contains('::error file=billing/src/main/java/billing/BillHandler.java,line=11,col=39,title=wall-clock::' +
    '`System.nanoTime` returns another time on every replay, and its value is used by the function of step `pay-1`%0A' +
    'help: read the clock inside a step and use the step\'s result; ' +
    'the new step shifts the operations after it in running executions')
assert commands.count { it ==~ /::notice title=replay-lint::replay-lint found \d+ more in (billing|orders): see the summary of the step/ } == 1

String summary = new File(basedir, 'summary.md').text
assert summary.contains('## replay-lint: billing\n\n**12 errors**\n')
assert summary.contains('## replay-lint: orders\n\n**1 error, 1 info**\n')

// check writes what readers take once for all modules, and says so; aggregate writes the rest on request.
File together = new File(basedir, 'target/replay-lint')
assert together.list().sort() ==
    ['TEST-replay-lint.xml', 'checkstyle-result.xml', 'gl-code-quality-report.json', 'replay-lint.sarif']
assert log.contains('[INFO]     details: target/replay-lint/gl-code-quality-report.json')
def quality = new JsonSlurper().parse(new File(together, 'gl-code-quality-report.json'))
assert quality.size() == 14 && quality*.fingerprint.toSet().size() == 14
def ofOrders = new JsonSlurper().parse(new File(basedir, 'orders/target/replay-lint/gl-code-quality-report.json'))
assert ofOrders.size() == 2 && quality.containsAll(ofOrders)
def checkstyle = new XmlSlurper().parse(new File(together, 'checkstyle-result.xml'))
assert checkstyle.file.size() == 2 && checkstyle.file.error.size() == 14
def suite = new XmlSlurper().parse(new File(together, 'TEST-replay-lint.xml')).testsuite
assert suite.@name.text() == 'replay-lint.shop-parent' && suite.@failures.text() == '1'

// Reports in other directories are found at any depth, and may fail the build here.
def run = new JsonSlurper().parse(new File(together, 'replay-lint.sarif')).runs
assert run.size() == 1 && run[0].automationDetails.id == 'replay-lint/shop-parent/' && run[0].results.size() == 14
def single = new JsonSlurper().parse(new File(basedir, 'orders/target/replay-lint/replay-lint.sarif')).runs[0]
assert run[0].results.containsAll(single.results) && run[0].tool == single.tool
assert log.count('[INFO] replay-lint: the reports of billing, orders\n') == 2
assert log.count('BillHandler.java:[33,40] `System.nanoTime`') == 2
assert log.contains('replay-lint found 13 errors (failOn=error); see above or target/replay-lint/replay-lint.sarif')

assert log.contains("${basedir}/broken/replay-lint.json:10:1: this is no JSON: ")
assert log.contains("${basedir}/alien/deeper/replay-lint.json:1:1: `format` is missing; write it again with replay-lint:check")
assert log.contains("replay-lint.inputs has ${basedir}/empty, in which there is no replay-lint.json")
assert log.contains("replay-lint.inputs has ${basedir}/missing, which is no directory")
assert log.contains('replay-lint.formats has nothing that several modules can have together: sarif, checkstyle, junit and gitlab')

// The page's pipeline for Jenkins is a script.
String page = new File(basedir, '../../../../docs/pull-requests.md').getText('UTF-8')
def scripts = (page =~ /(?ms)^```groovy\n(.*?)^```/).collect { it[1] }
assert scripts.size() == 1
assert scripts.every { new GroovyShell().parse(it) }
