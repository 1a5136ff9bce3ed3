package software.amazon.lambda.durable.serde;

import software.amazon.lambda.durable.TypeToken;

/** Stands in for the SDK type of this name: ser des. */
public interface SerDes {
    String serialize(Object object);

    <T> T deserialize(String text, TypeToken<T> resultType);
}
