package dev.replaylint.spotbugs;

import edu.umd.cs.findbugs.classfile.CheckedAnalysisException;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.bcel.Const;
import org.apache.bcel.classfile.InnerClasses;
import org.apache.bcel.classfile.JavaClass;

/**
 * The classes that an analysis is about. Hosts that analyse single files may leave out anonymous and other nested classes: they belong
 * to the class around them.
 */
final class Targets {

    private final NavigableSet<String> seen = new TreeSet<>();
    private final NavigableSet<String> nested = new TreeSet<>();

    /** Takes in a class that SpotBugs analyses. */
    void add(ClassDescriptor descriptor, IAnalysisCache cache) throws CheckedAnalysisException {
        if (!descriptor.getSimpleName().endsWith("-info")) {
            seen.add(descriptor.getDottedClassName());
            nestedIn(descriptor, cache).forEach(nested::add);
        }
    }

    /** Binary names of the classes that SpotBugs analyses, and reports bugs in. */
    NavigableSet<String> seen() {
        return Collections.unmodifiableNavigableSet(seen);
    }

    /** Binary names of these, and of the classes nested in them that can be read. */
    NavigableSet<String> judged(IAnalysisCache cache) {
        NavigableSet<String> judged = new TreeSet<>(seen);
        Deque<String> open = new ArrayDeque<>(nested);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!judged.contains(name)) {
                try {
                    nestedIn(DescriptorFactory.createClassDescriptorFromDottedClassName(name), cache)
                            .forEach(open::add);
                    judged.add(name);
                } catch (CheckedAnalysisException e) {
                    // SpotBugs has reported it; what it was to be entered from is analysed without it.
                }
            }
        }
        return judged;
    }

    /** Classes with the same outermost class that this one knows (JVMS 4.7.6). */
    private static Stream<String> nestedIn(ClassDescriptor descriptor, IAnalysisCache cache)
            throws CheckedAnalysisException {
        JavaClass code = cache.getClassAnalysis(JavaClass.class, descriptor);
        String nest = outermost(descriptor.getDottedClassName()) + "$";
        return Arrays.stream(code.getAttributes())
                .filter(InnerClasses.class::isInstance)
                .flatMap(a -> Arrays.stream(((InnerClasses) a).getInnerClasses()))
                .map(c -> code.getConstantPool().getConstantString(c.getInnerClassIndex(), Const.CONSTANT_Class))
                .map(n -> n.replace('/', '.'))
                .filter(n -> n.startsWith(nest));
    }

    private static String outermost(String binaryName) {
        int dollar = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
        return dollar < 0 ? binaryName : binaryName.substring(0, dollar);
    }
}
