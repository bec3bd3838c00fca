package hallmonitor.moderation.console.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.answer.ReleasedRecord;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.casework.request.RequestNumber;

/** The records of an answer as JSON, a record at a time; the form is in records.schema.json. */
final class AnswerJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswerJson() {}

  static String start(RequestNumber number, String district, String language) {
    ObjectNode head = JSON.createObjectNode();
    head.put("request", number.toString());
    head.put("district", district);
    head.put("language", language);
    String written = written(head);
    return written.substring(0, written.length() - 1) + ",\"records\":[";
  }

  static String end() {
    return "\n]}\n";
  }

  /** Returns a record as an element of the list. */
  static String record(ReleasedRecord record, boolean first, String language) {
    ObjectNode json = JSON.createObjectNode();
    json.put("record", record.number());
    json.put("kind", record.kind());
    json.put("page", record.page());
    json.put("recordedAt", record.seenAt().toString());
    record.writtenAt().ifPresent(at -> json.put("writtenAt", at.toString()));
    json.put("decision", EnumCodes.of(record.outcome()));
    if (!record.isWithheld()) {
      json.put("author", record.author());
      json.put("postTitle", record.title());
      json.put("text", record.text());
      record.attachments().forEach(json.putArray("attachments")::add);
      record.files().forEach(json.putArray("files")::add);
    }
    if (record.isWhole()) {
      json.put("id", record.recordId());
      json.put("address", record.permalink());
    }
    ArrayNode grounds = json.putArray("grounds");
    for (LegalGround ground : record.grounds()) {
      grounds.addObject().put("source", ground.source()).put("words", ground.in(language));
    }
    return (first ? "\n" : ",\n") + written(json);
  }

  private static String written(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
