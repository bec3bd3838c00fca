package hallmonitor.moderation.pipeline.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.opinion.NoOpinion.Why;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the policy reader answered. Only the exact form counts: one JSON object with these fields
 * and nothing around it, inside a chat completion
 * (https://platform.openai.com/docs/api-reference/chat/object).
 *
 * @param violates whether the clause applies to the comment
 * @param confidence from 0 to 1
 * @param reason in the model's words, on one line, without characters that could break a page
 */
record ReaderAnswer(boolean violates, double confidence, String reason) {
  static final String CATEGORY = "category";
  static final String VIOLATES = "violates";
  static final String CONFIDENCE = "confidence";
  static final String REASON = "reason";

  /** Most characters of a reason that are kept. */
  static final int LONGEST_REASON = 400;

  private static final Set<String> FIELDS = Set.of(CATEGORY, VIOLATES, CONFIDENCE, REASON);

  private static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads an answer.
   *
   * @param body of the HTTP answer
   * @param asked the category that the question was about
   * @throws NoOpinion if anything is not as specified
   */
  static ReaderAnswer read(byte[] body, Category asked) throws NoOpinion {
    JsonNode choices = json(body).path("choices");
    if (!choices.isArray() || choices.size() != 1) {
      throw otherForm("it is no chat completion with one choice");
    }
    JsonNode end = choices.path(0).path("finish_reason");
    JsonNode content = choices.path(0).path("message").path("content");
    if (!end.isMissingNode() && !end.isNull() && !end.asText().equals("stop")) {
      throw otherForm("the answer was cut off");
    }
    if (!content.isTextual()) {
      throw otherForm("the message has no text");
    }
    return answer(json(content.textValue().getBytes(UTF_8)), asked);
  }

  private static JsonNode json(byte[] text) throws NoOpinion {
    try {
      return STRICT.readTree(text);
    } catch (IOException e) {
      throw otherForm("it is not JSON alone");
    }
  }

  private static ReaderAnswer answer(JsonNode node, Category asked) throws NoOpinion {
    Set<String> fields = new TreeSet<>();
    node.fieldNames().forEachRemaining(fields::add);
    if (!node.isObject() || !fields.equals(new TreeSet<>(FIELDS))) {
      throw otherForm("it has other fields than were asked for");
    }
    if (!asked.label().equals(node.path(CATEGORY).textValue())) {
      throw otherForm("it speaks of another category");
    }
    JsonNode confidence = node.path(CONFIDENCE);
    boolean sure =
        confidence.isNumber() && confidence.doubleValue() >= 0 && confidence.doubleValue() <= 1;
    String reason = node.path(REASON).isTextual() ? plain(node.path(REASON).textValue()) : "";
    if (!node.path(VIOLATES).isBoolean() || !sure || reason.isEmpty()) {
      throw otherForm("a field has no value that it may have");
    }
    return new ReaderAnswer(node.path(VIOLATES).booleanValue(), confidence.doubleValue(), reason);
  }

  /** Half a surrogate pair and control characters have no place in the database or on a page. */
  private static String plain(String reason) {
    String line = reason.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_REASON
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_REASON)) + "…";
  }

  private static NoOpinion otherForm(String what) {
    return new NoOpinion(Why.FORM, what);
  }
}
