package keys;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Each effect has a key that is the same in each attempt. */
public final class PayoutHandler extends DurableHandler<Payout, String> {
    private final SqsClient sqs = SqsClient.create();
    private final DynamoDbClient dynamo = DynamoDbClient.create();

    @Override
    public String handleRequest(Payout payout, DurableContext ctx) {
        ctx.step("store", String.class, step -> store(payout));
        var sent = ctx.step("send", String.class, step -> send(payout, step.getExecutionArn() + "-send"));
        ctx.wait("settle", Duration.ofDays(1));
        return sent;
    }

    private String store(Payout payout) {
        dynamo.putItem(PutItemRequest.builder()
                .tableName("payouts")
                .item(Map.of("id", AttributeValue.builder().s(payout.id()).build()))
                .conditionExpression("attribute_not_exists(id)")
                .build());
        return payout.id();
    }

    private String send(Payout payout, String key) {
        var request = SendMessageRequest.builder()
                .queueUrl("https://sqs.example/payouts.fifo")
                .messageGroupId(payout.iban())
                .messageDeduplicationId(key)
                .messageBody(payout.id() + payout.cents())
                .build();
        return sqs.sendMessage(request).messageId();
    }
}
