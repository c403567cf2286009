package org.heatwatch.stack;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The code of the project that is reachable from a class, and its calls outside the project. A call through a type
 * reaches the method of every subtype that reachable code instantiates (rapid type analysis, Bacon and Sweeney 1996).
 * Methods that override those declared outside the project are reachable once their class is instantiated, and so are
 * all methods of classes that native code calls.
 */
final class CallGraph {
    private static final String PROJECT = "org.heatwatch.";
    private static final String CALLED_BACK = "org.heatwatch.gdal.";

    private final Set<JavaCodeUnit> reached = new LinkedHashSet<>();
    private final Set<JavaClass> made = new HashSet<>();
    private final Set<CodeUnitAccessTarget> calls = new LinkedHashSet<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

    private CallGraph() {}

    /** The code that is reachable from the constructors and methods of a class. */
    static CallGraph of(JavaClasses classes, String className) {
        CallGraph graph = new CallGraph();
        JavaClass start = classes.get(className);
        graph.reach(start.getConstructor());
        start.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(graph::reach);
        graph.close();
        return graph;
    }

    /** Calls of code outside the project. */
    Stream<CodeUnitAccessTarget> callsOutside() {
        return calls.stream().filter(call -> !isOurs(call.getOwner()));
    }

    private void close() {
        int before;
        do {
            before = reached.size() + made.size();
            while (!open.isEmpty()) {
                visit(open.pop());
            }
            Set.copyOf(calls).stream().filter(call -> isOurs(call.getOwner())).forEach(this::dispatch);
        } while (!open.isEmpty() || reached.size() + made.size() > before);
    }

    private void visit(JavaCodeUnit unit) {
        Stream.<Collection<? extends JavaAccess<?>>>of(
                        unit.getCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                .flatMap(Collection::stream)
                .map(JavaAccess::getTarget)
                .map(CodeUnitAccessTarget.class::cast)
                .forEach(calls::add);
        unit.getCallsFromSelf().stream()
                .filter(call -> isOurs(call.getTargetOwner()))
                .forEach(call -> initialise(call.getTargetOwner()));
        unit.getFieldAccesses().forEach(access -> initialise(access.getTargetOwner()));
    }

    /** The first use of a class runs its static initialiser. */
    private void initialise(JavaClass type) {
        if (isOurs(type)) {
            type.getStaticInitializer().ifPresent(this::reach);
        }
    }

    private void dispatch(CodeUnitAccessTarget call) {
        call.resolveMember().map(JavaCodeUnit.class::cast).ifPresent(this::reach);
        for (JavaClass type : Set.copyOf(made)) {
            if (type.isAssignableTo(call.getOwner().getName())) {
                inherited(type)
                        .filter(method -> method.getName().equals(call.getName())
                                && method.getRawParameterTypes().size()
                                        == call.getRawParameterTypes().size())
                        .forEach(this::reach);
            }
        }
    }

    private static Stream<JavaMethod> inherited(JavaClass type) {
        return type.getAllMethods().stream().filter(method -> isOurs(method.getOwner()));
    }

    private void reach(JavaCodeUnit unit) {
        if (isOurs(unit.getOwner()) && reached.add(unit)) {
            open.push(unit);
            if (unit instanceof JavaConstructor) {
                make(unit.getOwner());
            }
        }
    }

    private void make(JavaClass type) {
        if (!made.add(type)) {
            return;
        }
        Set<String> foreign = type.getAllRawInterfaces().stream()
                .filter(other -> !isOurs(other))
                .flatMap(other -> other.getAllMethods().stream())
                .map(JavaMethod::getName)
                .collect(Collectors.toSet());
        boolean calledBack = type.getName().startsWith(CALLED_BACK);
        inherited(type)
                .filter(method -> calledBack || foreign.contains(method.getName()))
                .forEach(this::reach);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith(PROJECT);
    }
}
