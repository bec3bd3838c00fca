package hallmonitor.messaging.parcel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Encrypts what is written to it, part by part, so that no whole file is kept anywhere. */
public final class ParcelOutput extends OutputStream {
  /** Takes the parts in order, from number 0. */
  @FunctionalInterface
  public interface Sink {
    void take(int number, String sealed);
  }

  private final ParcelSealing sealing;
  private final Sink sink;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private int parts;
  private long bytes;

  public ParcelOutput(ParcelSealing sealing, Sink sink) {
    this.sealing = sealing;
    this.sink = sink;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int done = 0;
    while (done < length) {
      int now = Math.min(length - done, ParcelSealing.MOST - part.size());
      part.write(bytes, offset + done, now);
      done += now;
      if (part.size() == ParcelSealing.MOST) {
        send();
      }
    }
  }

  private void send() {
    sink.take(parts, sealing.seal(parts, part.toByteArray()));
    parts++;
    bytes += part.size();
    part.reset();
  }

  /** Returns how many parts were sent; all only after {@link #close}. */
  public int parts() {
    return parts;
  }

  /** Returns how many bytes were sent, before they were encrypted; all after {@link #close}. */
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    if (part.size() > 0) {
      send();
    }
  }
}
