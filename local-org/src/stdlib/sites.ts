import { tx } from '../org/transaction.js';
import { raise, unsupported } from '../values/index.js';
import { builtin } from './declare.js';

/** Apex Reference: "Network Class", "Site Class", "ConnectApi.ChatterUsers". The local org has no Experience Cloud site, so every request is outside of one. */

const none = (): null => null;

export const declarations = [
  builtin('class Network', {
    'static String getNetworkId()': none,
    'static PageReference communitiesLanding()': none,
    'static PageReference forwardToAuthPage(String startURL)': () => unsupported('Network.forwardToAuthPage'),
    'static String getLoginUrl(String networkId)': () => unsupported('Network.getLoginUrl'),
    'static String getLogoutUrl(String networkId)': () => unsupported('Network.getLogoutUrl'),
    'static String getSelfRegUrl(String networkId)': () => unsupported('Network.getSelfRegUrl')
  }),
  builtin('class Site', {
    'static Id getSiteId()': none,
    'static String getName()': none,
    'static String getMasterLabel()': none,
    'static String getDomain()': none,
    'static String getPathPrefix()': none,
    'static String getBaseUrl()': () => '',
    'static String getAdminEmail()': none,
    'static Boolean isLoginEnabled()': () => false,
    'static Boolean isRegistrationEnabled()': () => false,
    'static PageReference login(String username, String password, String startUrl)': () => unsupported('Site.login'),
    'static Id createExternalUser(SObject user, String accountId)': () => unsupported('Site.createExternalUser'),
    'static Id createExternalUser(SObject user, String accountId, String password)': () => unsupported('Site.createExternalUser')
  }),
  builtin('class ConnectApi.FollowingPage', {}),
  builtin('class ConnectApi.ChatterUsers', {
    'static ConnectApi.FollowingPage getFollowings(String communityId, String userId)': () => {
      // Most ConnectApi methods need tests that see the org's data ("Testing ConnectApi Code").
      if (tx().test)
        raise(
          'UnsupportedOperationException',
          'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
        );
      return unsupported('ConnectApi.ChatterUsers.getFollowings');
    }
  })
];
