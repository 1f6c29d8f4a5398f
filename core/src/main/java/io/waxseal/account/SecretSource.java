package io.waxseal.account;

/**
 * Where a secret comes from: a file, the environment, a secret manager. Asked each time the secret is needed, from any
 * thread, so a source that can rotate takes effect without a restart and a slow source caches for itself. Accounts may share one
 * source: a webhook asks each distinct one, by {@code equals}, once.
 */
@FunctionalInterface
public interface SecretSource {
  /**
   * The secret as it is now.
   *
   * @return the secret
   * @throws SecretUnavailableException if there is none now; what needs it is refused
   */
  Secret secret();
}
