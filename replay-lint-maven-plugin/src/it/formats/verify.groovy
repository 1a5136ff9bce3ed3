import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')
assert log.contains('replay-lint found 1 error (failOn=error); see above or target/replay-lint/index.html')
assert log.contains('[INFO]     details: target/replay-lint/index.html')
assert log.contains('[INFO]     details: target/replay-lint/replay-lint.md')
assert log.contains('replay-lint.formats has `pdf`; it can have sarif, json, html, markdown, checkstyle, junit and gitlab')

File directory = new File(basedir, 'target/replay-lint')
assert directory.list().sort() == [
    'TEST-replay-lint.xml', 'check.result', 'checkstyle-result.xml', 'gl-code-quality-report.json', 'index.html', 'replay-lint.md'
]
String html = new File(directory, 'index.html').text
assert html.startsWith('<!DOCTYPE html>')
assert html.contains('class="l here"><span class="no">9</span>')
assert html.contains('aria-label="wait warehouse, OrderHandler.java line 16"')
assert !html.contains(basedir.path)
String markdown = new File(directory, 'replay-lint.md').text
assert markdown.contains('**1 error**')
assert markdown.contains('```mermaid\nflowchart TD\n')
assert !markdown.contains(basedir.path)

// The repository that this project is in is the one it was copied from, or none.
def prices = { it.endsWith('src/main/java/shop/PriceService.java') && !it.startsWith('/') }
def checkstyle = new XmlSlurper().parse(new File(directory, 'checkstyle-result.xml'))
assert checkstyle.file.size() == 1 && prices(checkstyle.file.@name.text())
assert checkstyle.file.error.@source.text() == 'replay-lint.wall-clock'
assert checkstyle.file.error.@line.text() == '9' && checkstyle.file.error.@severity.text() == 'error'
def suite = new XmlSlurper().parse(new File(directory, 'TEST-replay-lint.xml')).testsuite
assert suite.@name.text() == 'replay-lint.formats' && suite.@failures.text() == '1' && suite.@errors.text() == '0'
assert suite.testcase.findAll { it.failure.size() == 1 }*.@name*.text() == ['wall-clock']
def quality = new JsonSlurper().parse(new File(directory, 'gl-code-quality-report.json'))
assert quality.size() == 1 && prices(quality[0].location.path) && quality[0].location.lines.begin == 9
assert quality[0].severity == 'critical' && quality[0].fingerprint ==~ /[0-9a-f]{64}/
