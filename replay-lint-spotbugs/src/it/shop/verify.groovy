import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
String message = 'returns another time on every replay, and its value is used by the function of step `charge`'

['target', 'newest-plugin', 'oldest-engine', 'newest-engine'].each { directory ->
    def xml = new groovy.xml.XmlParser().parse(new File(basedir, directory + '/spotbugsXml.xml'))
    def bug = xml.BugInstance.find { it.'@type' == 'REPLAY_WALL_CLOCK' }
    assert bug.'@priority' == '1' && bug.'@rank' == '9' && bug.'@category' == 'REPLAY_SAFETY'
    assert bug.Method[0].'@classname' == 'shop.PriceService' && bug.Method[0].'@name' == 'quote'
    assert bug.SourceLine.find { it.'@role' == null }.'@start' == '9'
    assert bug.LongMessage.text().contains(message)
    assert xml.BugInstance.find { it.'@type' == 'REPLAY_REPLAY_LOGGING' }.'@priority' == '2'
    assert xml.Errors[0].'@errors' == '0'
    assert xml.Errors[0].'@missingClasses' == '0'

    def run = new JsonSlurper().parse(new File(basedir, directory + '/spotbugsSarif.json')).runs[0]
    def result = run.results.find { it.ruleId == 'REPLAY_WALL_CLOCK' }
    assert result.level == 'error'
    assert result.locations[0].physicalLocation.region.startLine == 9
    assert result.message.arguments.any { it.contains(message) }
    assert run.tool.extensions*.name.contains('dev.replaylint.spotbugs')
}
assert log.count('[ERROR] High: `Instant.now` ' + message) == 4
