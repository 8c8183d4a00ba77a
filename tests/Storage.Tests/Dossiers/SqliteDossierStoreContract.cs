namespace Tthc.Storage.Tests.Dossiers;

public sealed class SqliteDossierStoreContract() : DossierStoreContract(TestStore.Sqlite());
