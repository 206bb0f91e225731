package studio.selfsame;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Tells the OpenAPI document what our records already say: a component is always there unless it is {@link Nullable}, and
 * then it may be absent or {@code null}.
 */
@Component
@OpenAPIDefinition(info = @Info(title = "Selfsame studio", version = "1"))
@ConditionalOnWebApplication
class ApiDescription implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema == null || !raw.isRecord()) {
            return schema;
        }
        Schema<?> described = schema.get$ref() == null
                ? schema
                : context.getDefinedModels().get(schema.get$ref().substring(REFERENCE.length()));
        if (described != null && described.getProperties() != null) {
            for (RecordComponent component : raw.getRecordComponents()) {
                describe(described, component);
            }
        }
        return schema;
    }

    private static void describe(Schema<?> schema, RecordComponent component) {
        String name = component.getName();
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
                schema.addRequiredItem(name);
            }
            return;
        }
        Schema<?> property = schema.getProperties().get(name);
        if (property != null && property.get$ref() != null) {
            Schema<?> none = new JsonSchema().types(Set.of("null"));
            schema.getProperties()
                    .put(name, new ComposedSchema().addOneOfItem(property).addOneOfItem(none));
        } else if (property != null && property.getOneOf() == null) {
            property.addType("null");
        }
    }
}
