import groovy.json.JsonSlurper
import java.security.MessageDigest

List<String> before = new File(basedir, 'target/before.txt').readLines('UTF-8')
List<String> after = []
basedir.eachFileRecurse { file ->
    String name = basedir.toPath().relativize(file.toPath())
    if (!name.split('[/\\\\]').contains('target') && name != 'build.log') {
        String content = file.directory ? '' : MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex()
        after << "${name} ${file.lastModified()} ${content}".toString()
        // Else they could not be deleted.
        file.setWritable(true)
    }
}

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

// Read-only sources are enough: nothing outside of the build directories was written, not even for a moment.
assert before.size() > 20
assert after.sort() == before.sort()

List<String> runs = log.split('Scanning for projects') as List
def said = { int run -> runs[run].readLines().findAll { it =~ /^\[\w+\] (replay-lint: \d|.*\.java:\[|    (replayed|help))/ } }
def lines = { int run -> said(run).collect { it.replaceAll(/ \(\d+\.\d s\)$/, '') } }

// One line for each module with handlers, and none for others, whichever runs first.
def modules = { int run -> lines(run).findAll { it.startsWith('[INFO] replay-lint: ') } }
assert modules(1).size() == 3
assert modules(1).every { it.startsWith('[INFO] replay-lint: 1 durable handler, ') }
assert lines(2).sort() == lines(1).sort()
assert !log.contains('shop/plain')

// Findings of one module stay together.
String finding = '''[ERROR] prices/src/main/java/shop/prices/Quotes.java:[11,38] `Instant.now` returns another time on every replay, and its value is used by the function of step `charge` [wall-clock]
[ERROR]     replayed from OrderHandler.handleRequest (OrderHandler.java:12) > Quotes.quote (Quotes.java:11)
[ERROR]     help: read the clock'''
assert runs[1].contains(finding) && runs[2].contains(finding)

// The same bytes, in all formats, of modules and of the build.
def files = { String run -> // by module and name
    Map<String, String> found = [:]
    ['', 'orders', 'billing', 'stock', 'plain', 'prices'].each { module ->
        File directory = new File(basedir, "${module}/target/${run}/replay-lint")
        // All but the stored result, whose key has the run's own directory in it.
        directory.list()?.findAll { it != 'check.result' }?.each { found["${module}/${it}".toString()] = new File(directory, it).getText('UTF-8') }
    }
    found
}
Map<String, String> one = files('one')
assert one.size() == 3 * 7 + 2 && one.keySet().contains('/replay-lint.sarif')
assert files('four') == one

// A part of the modules, and the rest of them after one that failed.
assert modules(3).size() == 1 && runs[3].contains(finding)
assert files('part').keySet().collect { it.split('/')[0] }.toSet() == ['', 'orders'].toSet()
assert files('part').every { name, text -> name.startsWith('/') || one[name] == text }
assert modules(4).size() == 2
assert files('rest').keySet().collect { it.split('/')[0] }.toSet() == ['', 'billing', 'stock'].toSet()
assert new JsonSlurper().parseText(files('rest')['/replay-lint.sarif']).runs[0].results*.ruleId == ['random-value']

// Quiet: the errors, and why the build fails.
def quiet = log.substring(log.lastIndexOf('Finished at')).replaceAll(/\u001B\[[0-9;]*m/, '').readLines().findAll { it.startsWith('[') }.drop(1)
assert quiet.every { it.startsWith('[ERROR] ') }
assert quiet.count { it =~ /\.java:\[/ } == 2 && quiet.count { it.contains('help: ') } == 2
return true
