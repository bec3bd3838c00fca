package hallmonitor.moderation.pipeline.jobs;

import io.vertx.core.Context;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Hands what the scheduler starts to {@link RoundThreads}; any other caller waits for the round.
 */
@OwnThread
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class RoundStart {
  private final RoundThreads threads;

  RoundStart(RoundThreads threads) {
    this.threads = threads;
  }

  @AroundInvoke
  @Nullable Object start(InvocationContext round) throws Exception {
    if (!Context.isOnEventLoopThread()) {
      return round.proceed();
    }
    threads.start(round.getMethod().toString(), round::proceed);
    return null;
  }
}
