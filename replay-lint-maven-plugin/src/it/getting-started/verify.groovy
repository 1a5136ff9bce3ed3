String log = new File(basedir, 'build.log').text.replaceAll(/\(\d+\.\d s\)/, '(0.5 s)')
assert !log.contains('Exception in') && !log.contains('\tat ')

String page = new File(basedir, '../../../../docs/getting-started.md').getText('UTF-8')
def blocks = { String language -> (page =~ /(?ms)^```(\w*)\n(.*?)^```/).findAll { it[1] == language }.collect { it[2] } }

// What the page shows is what happens: each line that it quotes is in the log, in this order.
List<String> shown = blocks('').collectMany { it.readLines() }.findAll { it && it != '…' }
assert shown.size() > 5
int from = 0
shown.each { line ->
    int at = log.indexOf(line + '\n', from)
    assert at >= 0: "the log does not have, after what was shown before: ${line}"
    from = at
}

// And the code is the code of this test.
String code = ['src/main/java', 'src/mended/java'].collect { new File(basedir, it + '/shop').listFiles()*.text.join() }.join()
def plain = { it.replaceAll(/(?m)^\s+/, '') }
assert blocks('java').size() == 3
assert blocks('java').every { plain(code).contains(plain(it)) }
