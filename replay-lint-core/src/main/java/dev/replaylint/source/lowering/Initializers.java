package dev.replaylint.source.lowering;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.source.attribution.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers field initializers, initializer blocks and enum constants, in the order of the text (JLS 12.4.2, 12.5). */
final class Initializers {

    private final Unit unit;
    private final ClassScope scope;
    private final List<BodyDeclaration<?>> members;

    Initializers(Unit unit, ClassScope scope, List<BodyDeclaration<?>> members) {
        this.unit = unit;
        this.scope = scope;
        this.members = members;
    }

    /** The instance part, in each constructor that does not call another one of the class. */
    void lowerInstance(Lowering in) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field && !field.isStatic() && !isConstantHolder()) {
                field.getVariables().forEach(v -> assign(in, v, Optional.of(Value.This.THIS)));
            } else if (member instanceof InitializerDeclaration block && !block.isStatic()) {
                in.statements.lower(block.getBody());
            }
        }
    }

    /** Fields of interfaces are static without saying so. */
    private boolean isConstantHolder() {
        return unit.types.find(scope.name()).map(ClassHeader::isInterface).orElse(false);
    }

    private void assign(Lowering in, VariableDeclarator variable, Optional<Value> receiver) {
        variable.getInitializer().ifPresent(initializer -> {
            Value value = in.expressions.value(initializer);
            FieldKey field = new FieldKey(scope.name(), variable.getNameAsString());
            in.builder.fieldWrite(field, receiver, value, unit.at(variable));
        });
    }

    /** The static part, as {@code <clinit>}. */
    void lowerStatic(TypeDeclaration<?> type) {
        MethodKey key = new MethodKey(scope.name(), MethodKey.STATIC_INITIALIZER, "()V");
        BodyShape shape = new BodyShape(
                BodyShape.Kind.STATIC_INITIALIZER, false, List.of(), 0, key, unit.at(type.getName()), false);
        BodyScope body = new BodyScope(new BodyBuilder(key, shape), scope, key, false);
        Lowering lowering = new Lowering(unit, body);
        if (type instanceof EnumDeclaration declaration) {
            declaration.getEntries().forEach(e -> constant(lowering, e));
        }
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field && (field.isStatic() || isConstantHolder())) {
                field.getVariables().forEach(v -> assign(lowering, v, Optional.empty()));
            } else if (member instanceof InitializerDeclaration block && block.isStatic()) {
                lowering.statements.lower(block.getBody());
            }
        }
        lowering.statements.fallOff(type);
        unit.add(lowering.builder.build());
    }

    /** An enum constant takes its name and number before the arguments that are written. */
    private void constant(Lowering in, EnumConstantDeclaration constant) {
        Location at = unit.at(constant);
        List<Value> arguments = new ArrayList<>();
        arguments.add(new Value.Constant(constant.getNameAsString()));
        arguments.add(Value.Unknown.UNKNOWN);
        Optional<Resolved> resolved = unit.attribution.resolved(constant);
        resolved.ifPresentOrElse(
                r -> arguments.addAll(in.calls.arguments(constant.getArguments(), r)),
                () -> constant.getArguments().forEach((Expression a) -> arguments.add(in.expressions.value(a))));
        MethodKey key = resolved.map(Calls::key)
                .orElseGet(() -> new MethodKey(scope.name(), MethodKey.CONSTRUCTOR, "(Ljava/lang/String;I)V"));
        Value created = in.builder.call(key, Dispatch.NEW, Optional.empty(), arguments, false, at);
        FieldKey field = new FieldKey(scope.name(), constant.getNameAsString());
        in.builder.fieldWrite(field, Optional.empty(), created, at);
        if (!constant.getClassBody().isEmpty()) {
            String name = unit.attribution.className(constant);
            ClassScope body = new ClassScope(name, Optional.of(scope), false, List.of());
            unit.localClasses().put(name, body);
            Classes.lowerConstantBody(unit, body, constant.getClassBody());
        }
    }
}
