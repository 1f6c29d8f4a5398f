package io.waxseal.account;

import java.util.List;
import java.util.Optional;

/**
 * One business number, its WhatsApp Business account and what opens them. Immutable; each setter gives a copy.
 */
public final class Account {
  private final Tenant tenant;
  private final PhoneNumberId phoneNumber;
  private final WabaId waba;
  private final Optional<SecretSource> accessToken;
  private final List<SecretSource> appSecrets;

  private Account(
      Tenant tenant,
      PhoneNumberId phoneNumber,
      WabaId waba,
      Optional<SecretSource> accessToken,
      List<SecretSource> appSecrets) {
    this.tenant = tenant;
    this.phoneNumber = phoneNumber;
    this.waba = waba;
    this.accessToken = accessToken;
    this.appSecrets = List.copyOf(appSecrets);
  }

  /**
   * An account of the default tenant, without secrets.
   *
   * @param phoneNumberId Meta's id of the number
   * @param wabaId Meta's id of the WhatsApp Business account
   * @return the account
   * @throws IllegalArgumentException if an id is not 1 to 32 digits
   */
  public static Account of(String phoneNumberId, String wabaId) {
    return new Account(
        Tenant.DEFAULT,
        new PhoneNumberId(phoneNumberId),
        new WabaId(wabaId),
        Optional.empty(),
        List.of());
  }

  /**
   * The account with the token that sends.
   *
   * @param source the system user's access token
   * @return a copy
   */
  public Account accessToken(SecretSource source) {
    return new Account(tenant, phoneNumber, waba, Optional.of(source), appSecrets);
  }

  /**
   * The account with the app secrets that sign its webhooks. The first is the current one and also proves that calls
   * come from the app ({@code appsecret_proof}); the others are accepted while a rotation lasts.
   *
   * @param sources the secrets, current one first
   * @return a copy
   */
  public Account appSecrets(SecretSource... sources) {
    return new Account(tenant, phoneNumber, waba, accessToken, List.of(sources));
  }

  /**
   * The account under another business portfolio.
   *
   * @param owner the tenant
   * @return a copy
   */
  public Account tenant(Tenant owner) {
    return new Account(owner, phoneNumber, waba, accessToken, appSecrets);
  }

  /** {@return the business portfolio} */
  public Tenant tenant() {
    return tenant;
  }

  /** {@return Meta's id of the number} */
  public PhoneNumberId phoneNumberId() {
    return phoneNumber;
  }

  /** {@return Meta's id of the WhatsApp Business account} */
  public WabaId waba() {
    return waba;
  }

  /** {@return the token that sends, if the account may send} */
  public Optional<SecretSource> accessToken() {
    return accessToken;
  }

  /** {@return the app secrets, current one first} */
  public List<SecretSource> appSecrets() {
    return appSecrets;
  }

  @Override
  public String toString() {
    return "Account[" + phoneNumber.value() + "]";
  }
}
