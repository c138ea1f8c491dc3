package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-CBC as the platforms use it: the padding is looked at here, for one of them pads to 32 bytes instead of 16.
/// Who cannot pass the signature does not get this far, so the padding is no oracle.
final class AesCbc {
    static final int BLOCK = 16;

    private final SecretKeySpec key;

    /// @param key 32 bytes
    AesCbc(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("an AES-256 key has 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /// @throws ApiFailure.BadRequest if it was not encrypted with this key
    byte[] decrypt(byte[] iv, byte[] encrypted) {
        try {
            byte[] padded = cipher(Cipher.DECRYPT_MODE, iv).doFinal(encrypted);
            int padding = padded.length == 0 ? 0 : padded[padded.length - 1];
            if (padding < 1 || padding > 2 * BLOCK || padding > padded.length) {
                throw new ApiFailure.BadRequest("the message cannot be decrypted");
            }
            return Arrays.copyOf(padded, padded.length - padding);
        } catch (GeneralSecurityException e) {
            throw new ApiFailure.BadRequest("the message cannot be decrypted");
        }
    }

    /// @param pad the block to fill up to
    byte[] encrypt(byte[] iv, byte[] plain, int pad) {
        int padding = pad - plain.length % pad;
        byte[] padded = Arrays.copyOf(plain, plain.length + padding);
        Arrays.fill(padded, plain.length, padded.length, (byte) padding);
        try {
            return cipher(Cipher.ENCRYPT_MODE, iv).doFinal(padded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encrypting cannot fail", e);
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, key, new IvParameterSpec(iv));
        return cipher;
    }
}
