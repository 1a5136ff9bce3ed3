String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

// The defect of the handler next to it.
assert log.contains('[ERROR] src/main/java/shop/PriceService.java:[9,65] `Instant.now`')

[
    'Brackets.java' : 'is nested too deeply to be parsed',
    'Lambdas.java' : 'is nested too deeply to be parsed',
    'Anonymous.java' : 'is nested too deeply to be parsed',
    'Branches.java' : 'has a body with too many branches or loops',
    'Large.java' : 'is larger than 2 MB',
    'Quote.java' : 'cannot be parsed',
    'Latin.java' : 'is not valid UTF-8',
    'Loop.java' : 'is not a regular file inside its source root',
    'Outside.java' : 'is not a regular file inside its source root',
    'Pipe.java' : 'is not a regular file inside its source root',
].each { file, reason ->
    assert log.readLines().findAll { it.startsWith('[ERROR]') && it.contains('hostile/' + file) && it.contains(reason) }.size() == 2
}
assert !log.contains('LocalEnum.java:')
assert log.contains('replay-lint: the analysis is incomplete: 10 files were not analysed')

[
    'settings-are-a-pipe/replay-lint.yml: cannot be read: it is a link, a directory or a device; put a plain file there',
    'settings-are-a-link/replay-lint.yml: cannot be read: it is a link, a directory or a device; put a plain file there',
    'manifest-is-a-bomb/replay-lint-manifest.yml:1:4: anchors and aliases have no meaning here; restore the file',
    'baseline-makes-a-class/replay-lint-baseline.json:1:12: tags such as `tag:yaml.org,2002:java.lang.ProcessBuilder` have no',
    'baseline-is-a-directory/replay-lint-baseline.json: cannot be read: it is a link, a directory or a device',
].each { assert log.contains(it) }
assert !log.contains('please report this')
new File(basedir, 'committed').eachFileRecurse { assert it.name != 'hacked' }
true
