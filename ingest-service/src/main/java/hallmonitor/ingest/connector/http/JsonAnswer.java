package hallmonitor.ingest.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.connector.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A complete JSON answer, success or error.
 *
 * @param body an empty object for an error page in another form, for which only the status counts
 */
public record JsonAnswer(URI site, HttpResponse<byte[]> response, JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads an answer.
   *
   * @throws PlatformException if a successful answer is not JSON
   */
  public static JsonAnswer of(URI site, HttpResponse<byte[]> response) throws PlatformException {
    try {
      JsonNode body = JSON.readTree(response.body());
      if (body != null && body.isContainerNode()) {
        return new JsonAnswer(site, response, body);
      }
    } catch (IOException e) {
      // The exception is dropped because parsers quote their input; the fault below does not.
    }
    if (response.statusCode() / 100 != 2) {
      return new JsonAnswer(site, response, JSON.createObjectNode());
    }
    throw new PlatformException(HttpFaults.unreadable(site, "JSON"));
  }

  public int status() {
    return response.statusCode();
  }

  public boolean good() {
    return status() / 100 == 2;
  }

  /** Returns the objects at a place of the answer, with their own bytes; see {@link RawJson#at}. */
  public List<RawJson> objects(String... path) throws PlatformException {
    try {
      return RawJson.at(response.body(), path);
    } catch (IOException e) {
      throw new PlatformException(HttpFaults.unreadable(site, "a list of objects in UTF-8"));
    }
  }

  /**
   * Returns the objects at a place of the answer, as {@link #objects} does. The answer is refused
   * if a reading of one of them fails, such as that of its time.
   */
  public List<RawJson> readable(Consumer<RawJson> reading, String... path)
      throws PlatformException {
    List<RawJson> all = objects(path);
    try {
      all.forEach(reading);
    } catch (DateTimeException | IllegalArgumentException e) {
      // The exception is dropped because it quotes what was read; the fault below does not.
      throw new PlatformException(
          HttpFaults.unreadable(site, "a list of objects with times and numbers"));
    }
    return all;
  }
}
