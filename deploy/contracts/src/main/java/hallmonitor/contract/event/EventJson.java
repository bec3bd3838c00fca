package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Converts events to and from JSON. Absent values are omitted and unknown fields are ignored, so
 * that records of newer writers stay readable.
 */
public final class EventJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  private EventJson() {}

  public static byte[] write(Object event) {
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + event.getClass().getSimpleName(), e);
    }
  }

  /**
   * Parses an event.
   *
   * @throws UnreadableEvent if the bytes are not a complete {@code type}
   */
  public static <T> T read(byte @Nullable [] json, Class<T> type) {
    try {
      T event = json == null ? null : MAPPER.readValue(json, type);
      if (event == null) {
        throw new UnreadableEvent("an empty record is no " + type.getSimpleName(), null);
      }
      return event;
    } catch (IOException e) {
      throw new UnreadableEvent("not a readable " + type.getSimpleName(), e);
    }
  }

  /** Thrown for a record that no retry can make readable. It belongs in the dead letters. */
  public static final class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
