package software.amazon.lambda.durable.serde;

import software.amazon.lambda.durable.TypeToken;

/** Stands in for the SDK type of this name: jackson ser des. */
public class JacksonSerDes implements SerDes {
    public JacksonSerDes() {}

    public String serialize(Object object) {
        throw new UnsupportedOperationException("stand-in");
    }

    public <T> T deserialize(String text, TypeToken<T> resultType) {
        throw new UnsupportedOperationException("stand-in");
    }
}
