import { describe, expect, it } from 'vitest';
import { readNetworkSettings } from '../../../../electron/auth/network-settings.ts';
import { createHostDouble } from './host-double.ts';

const CHOICE = { source: 'gcloud', configuration: 'work' } as const;
const FILE = '/home/ada/.config/gcloud/configurations/config_work';

describe('readNetworkSettings', () => {
  it('takes gcloud’s proxy before the environment’s, and all certificate authorities', async () => {
    const host = createHostDouble({
      environment: {
        HTTPS_PROXY: 'http://other:3128',
        NO_PROXY: 'localhost, .internal',
        NODE_EXTRA_CA_CERTS: '/ca/node.pem',
      },
      files: {
        [FILE]:
          '[core]\ncustom_ca_certs_file = /ca/gcloud.pem\n[proxy]\ntype = http\naddress = proxy.example\nport = 8080\nusername = ada\npassword = p@ss\n',
      },
    });
    const settings = await readNetworkSettings(CHOICE, host);
    expect({ ...settings, proxy: settings.proxy?.href }).toStrictEqual({
      proxy: 'http://ada:p%40ss@proxy.example:8080/',
      noProxy: ['localhost', '.internal'],
      caFiles: ['/ca/gcloud.pem', '/ca/node.pem'],
    });
  });

  it.each([
    [{ HTTPS_PROXY: 'proxy.example:3128' }, 'http://proxy.example:3128/'],
    [{ https_proxy: 'https://a.example', HTTPS_PROXY: 'http://b.example' }, 'https://a.example/'],
    [{ ALL_PROXY: 'http://all.example' }, 'http://all.example/'],
    [{ HTTPS_PROXY: '' }, undefined],
    [{}, undefined],
  ])('takes the proxy of %j', async (environment, proxy) => {
    const settings = await readNetworkSettings({ source: 'adc' }, createHostDouble({ environment }));
    expect(settings.proxy?.href).toBe(proxy);
  });

  it.each([
    [{ CLOUDSDK_PROXY_TYPE: 'socks5', CLOUDSDK_PROXY_ADDRESS: 'a', CLOUDSDK_PROXY_PORT: '1' }, 'proxy/type'],
    [{ HTTPS_PROXY: 'socks5://ada:pa55@proxy.example:1' }, 'HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'http://ada:pa55@:' }, 'HTTPS_PROXY'],
  ])('refuses the proxy of %j without repeating it', async (environment, setting) => {
    const settings = readNetworkSettings({ source: 'adc' }, createHostDouble({ environment }));
    await expect(settings).rejects.toMatchObject({ problem: { kind: 'credentials-invalid', file: setting } });
    await expect(settings).rejects.not.toThrow(/pa55/u);
  });
});
