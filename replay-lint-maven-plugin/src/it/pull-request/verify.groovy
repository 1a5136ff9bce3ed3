String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

// The runner reads commands at the start of a line, and shows ten of a level.
def commands = log.readLines().findAll { it.startsWith('::') }
assert commands.count { it.startsWith('::error ') } == 10
assert commands[0] == '::error file=billing/src/main/java/billing/BillHandler.java,line=11,col=39,title=wall-clock::' +
    '`System.nanoTime` returns another time on every replay, and its value is used by the function of step `pay-1`%0A' +
    'help: read the clock inside a step and use the step\'s result; ' +
    'the new step shifts the operations after it in running executions'
assert commands.contains('::notice title=replay-lint::replay-lint found 2 more in billing: see the summary of the step')
assert log.contains('replay-lint found 1 more in orders: see the summary of the step')

String summary = new File(basedir, 'summary.md').text
assert summary.startsWith('## replay-lint: billing\n\n**12 errors**\n')
assert summary.contains('\n## replay-lint: orders\n\n**1 error')
