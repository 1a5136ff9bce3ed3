String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.count('replay-lint-manifest.yml:6:1: the merge conflict is not solved: there is a marker `<<<<<<<`') >= 2
assert new File(basedir, 'replay-lint-manifest.yml').text == new File(basedir, 'expected-manifest.txt').text
