String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('replay-lint: baseline records a decision and runs only from the command line')
assert log.count('replay-lint-baseline.json:5:1: the merge conflict is not solved: there is a marker `<<<<<<<`; restore the file from version control, or take either side of the merge') >= 2
assert new File(basedir, 'replay-lint-baseline.json').text == new File(basedir, 'expected-baseline.txt').text
