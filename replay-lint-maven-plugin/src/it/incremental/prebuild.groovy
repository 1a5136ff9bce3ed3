import java.nio.file.Files
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import javax.tools.ToolProvider

// Two jars with the same class, of which one gives another value on every call.
def jar = { File file, String value ->
    File classes = Files.createTempDirectory(basedir.toPath(), 'classes').toFile()
    File source = new File(classes, 'Ids.java')
    source.text = "package com.acme.ids; public class Ids { public static String fresh() { return ${value}; } }"
    assert ToolProvider.systemJavaCompiler.run(null, null, null, '-d', classes.path, source.path) == 0
    file.parentFile.mkdirs()
    new JarOutputStream(new FileOutputStream(file)).withCloseable {
        it.putNextEntry(new JarEntry('com/acme/ids/Ids.class'))
        it.write(new File(classes, 'com/acme/ids/Ids.class').bytes)
        it.closeEntry()
    }
    assert classes.deleteDir()
}
jar(new File(basedir, 'lib/ids.jar'), 'java.util.UUID.randomUUID().toString()')
jar(new File(basedir, 'later/ids.jar'), '"fixed"')
return true
