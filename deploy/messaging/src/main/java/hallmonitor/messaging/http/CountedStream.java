package hallmonitor.messaging.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** A stream that counts the bytes that came, also if it breaks off. */
final class CountedStream extends FilterInputStream {
  private final AtomicLong came;

  CountedStream(InputStream counted, AtomicLong came) {
    super(counted);
    this.came = came;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    came.addAndGet(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    came.addAndGet(Math.max(0, read));
    return read;
  }
}
