import groovy.json.JsonSlurper

// Information is below SpotBugs' default threshold.
def checked = new JsonSlurper().parse(new File(basedir, 'target/replay-lint/replay-lint.json')).findings
        .findAll { it.severity != 'info' }
        .collect { it.severity + ' ' + it.rule + ' ' + it.file.replaceFirst('.*/src/main/java/', '') + ':' + it.line }
def xml = new groovy.xml.XmlParser().parse(new File(basedir, 'target/spotbugsXml.xml'))
def found = xml.BugInstance.findAll { it.'@category' == 'REPLAY_SAFETY' }.collect { bug ->
    def line = bug.SourceLine.find { it.'@role' == null }
    def severity = ['1': 'error', '2': 'warning'][bug.'@priority']
    def rule = bug.'@type'.toLowerCase().substring('replay_'.length()).replace('_', '-')
    severity + ' ' + rule + ' ' + line.'@sourcepath' + ':' + line.'@start'
}
assert checked.size() > 30
assert found.toSorted() == checked.toSorted()
assert xml.Errors[0].'@errors' == '0'
assert new File(basedir, 'build.log').text.contains('with ' + xml.BugInstance.size() + ' bugs and 0 errors')
